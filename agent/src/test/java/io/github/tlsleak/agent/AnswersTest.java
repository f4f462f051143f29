package io.github.tlsleak.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.command.Commands;
import io.github.tlsleak.agent.output.log.AgentLog;
import io.github.tlsleak.agent.process.AgentErrors;
import io.github.tlsleak.agent.process.Launch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which actions have an answer, and which answers need the running agent. */
class AnswersTest {

    private final Commands commands =
            Answers.of(
                    new Launch(false, getClass().getClassLoader(), System.err),
                    List.of(),
                    AgentLog.open("off", new ArrayList<>()),
                    new AgentErrors(),
                    () -> {
                        throw new IllegalStateException("started");
                    });

    private String reply(String action) {
        return commands.apply(Map.of("action", action, "options", ""));
    }

    /** These are the actions that the command line asks for, see {@code LiveCommandTest}. */
    @ParameterizedTest
    @ValueSource(strings = {"status", "dump", "set", "detach"})
    void theyStartTheAgent(String action) {
        assertThat(reply(action))
                .isEqualTo("3\n" + action + " failed: java.lang.IllegalStateException: started\n");
    }

    @Test
    void othersDoNot() {
        assertThat(reply("attach")).startsWith("0\nalready running, version ");
        assertThat(reply("dance")).startsWith("2\n").contains("knows no");
    }
}
