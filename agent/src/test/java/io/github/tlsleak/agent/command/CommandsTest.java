package io.github.tlsleak.agent.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.common.Version;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a request gets: exit code and text. */
class CommandsTest {

    private static String reply(Answer answer) {
        return new Commands(Map.of("dance", answer)).apply(Map.of("action", "dance"));
    }

    @Test
    void anAnswerHasCodeZero() {
        assertThat(reply(request -> request.get("action") + " done\n"))
                .isEqualTo("0\ndance done\n");
    }

    @Test
    void aWrongRequestIsWrongUsage() {
        assertThat(
                        reply(
                                request -> {
                                    throw new IllegalArgumentException("no music");
                                }))
                .isEqualTo("2\nno music\n");
    }

    @Test
    void anErrorIsNamed() {
        assertThat(
                        reply(
                                request -> {
                                    throw new IllegalStateException("broken");
                                }))
                .isEqualTo("3\ndance failed: java.lang.IllegalStateException: broken\n");
    }

    /** The command line may be of a later version, with commands that this agent lacks. */
    @Test
    void anUnknownActionNamesTheVersion() {
        Commands commands = new Commands(Map.of());
        String start = "2\nthe agent in this JVM, version " + Version.current() + ", knows no ";
        assertThat(commands.apply(Map.of("action", "fly"))).startsWith(start).contains("fly");
        assertThat(commands.apply(Map.of())).startsWith(start).contains("null");
    }
}
