package io.github.tlsleak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.FakeInstrumentation;
import io.github.tlsleak.agent.Agent;
import io.github.tlsleak.cli.jvm.FakeJvms;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

/** The request that each command writes is one that the agent of this version knows. */
class CommandsAnsweredTest {

    @TempDir Path dir;

    /** A JVM that lets nothing be changed: the agent cannot start there, and says so. */
    private static final Instrumentation JVM =
            FakeInstrumentation.of(
                    (method, arguments) ->
                            method.equals("getAllLoadedClasses")
                                    ? new Class<?>[0]
                                    : method.equals("addTransformer") ? null : false);

    private Map<String, String> request(String... line) throws IOException {
        FakeJvms jvms = new FakeJvms().addWatched(61, "shop.jar");
        CliEnvironment place = new CliEnvironment(jvms, FakeJvms.answering(dir, "0\nanswer\n"));
        PrintWriter out = new PrintWriter(new StringWriter());
        assertThat(Main.run(place, Ansi.OFF, line, out, out)).isZero();
        Properties written = new Properties();
        try (Reader in = Files.newBufferedReader(dir.resolve("request-seen"))) {
            written.load(in);
        }
        Map<String, String> request = new HashMap<>();
        written.forEach((key, value) -> request.put((String) key, (String) value));
        return request;
    }

    private static String reply(Map<String, String> request) throws Exception {
        Function<Map<String, String>, String> agent =
                Agent.start(
                        new Object[] {
                            Map.of("action", "premain", "options", ""),
                            JVM,
                            CommandsAnsweredTest.class.getClassLoader()
                        });
        return agent.apply(request);
    }

    @ParameterizedTest
    @ValueSource(strings = {"attach 61", "status 61", "dump 61", "set 61 sample=2", "detach 61"})
    void itsActionIsKnown(String line) throws Exception {
        Map<String, String> request = request(line.split(" "));
        assertThat(request).containsEntry("action", line.split(" ")[0]);
        assertThat(reply(request)).doesNotContain("knows no");
    }

    @Test
    void anotherIsNot() throws Exception {
        assertThat(reply(Map.of("action", "dance"))).contains("knows no");
    }
}
