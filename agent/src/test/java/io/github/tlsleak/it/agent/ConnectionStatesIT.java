package io.github.tlsleak.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.peer.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code dump --open} says of sockets, layered and wrapped ones and engines what the operating
 * system says: the tables of this JVM, which shares the network with its program.
 */
@Execution(ExecutionMode.CONCURRENT)
class ConnectionStatesIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int SESSIONS = 7;
    private static final Map<String, String> STATES =
            Map.of("01", "ESTABLISHED", "08", "CLOSE_WAIT");

    static Stream<Arguments> runs() {
        return Jdk.all().stream()
                .flatMap(
                        jdk ->
                                Stream.of(
                                        Arguments.of(jdk, "await", "ESTABLISHED", false),
                                        Arguments.of(jdk, "closed", "CLOSE_WAIT", false),
                                        Arguments.of(jdk, "fin", "CLOSE_WAIT", true)));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void eachKindHasItsState(Jdk jdk, String script, String state, boolean ipv4) throws Exception {
        AgentJvm jvm = new AgentJvm(jdk).agentArgs("stuck=off");
        jvm.jvm("-Djava.net.preferIPv4Stack=" + ipv4);
        String type = "io.github.tlsleak.apps.closewait.EachKind";
        try (Peer peer = Peer.server(script, "1.3");
                Forked app = jvm.start(type, "127.0.0.1", String.valueOf(peer.port()), "1.3")) {
            app.awaitOut(line -> line.equals("DONE"), LONG);
            Map<String, Integer> expected = Map.of(state, SESSIONS);
            assertThat(await(peer.port(), expected)).as(app.everything()).isEqualTo(expected);
            // a session that has moved a moment ago is not known
            Peer.sleep(50);
            assertThat(dumped(jdk, app)).as(app.everything()).isEqualTo(expected);
            app.release();
            assertThat(app.exitCode(LONG)).isZero();
        }
    }

    /** What the agent says, over all sites. */
    private static Map<String, Integer> dumped(Jdk jdk, Forked app) throws Exception {
        Ended cli = Cli.on(jdk).run("dump", app.pid(), "--open", "--format", "json");
        assertThat(cli.exitCode()).as(cli.everything()).isZero();
        JsonNode dump = cli.json();
        assertThat(dump.path("open").asInt()).isEqualTo(SESSIONS);
        assertThat(dump.has("connectionsProblem")).isFalse();
        Map<String, Integer> counts = new TreeMap<>();
        for (JsonNode site : dump.path("openSites")) {
            site.path("connections")
                    .fields()
                    .forEachRemaining(
                            f -> counts.merge(f.getKey(), f.getValue().asInt(), Integer::sum));
        }
        return counts;
    }

    private static Map<String, Integer> await(int port, Map<String, Integer> expected)
            throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        Map<String, Integer> found = truth(port);
        while (!found.equals(expected) && System.nanoTime() < end) {
            Peer.sleep(20);
            found = truth(port);
        }
        return found;
    }

    /** Connections to a port, counted by state, as the tables of Linux have them. */
    private static Map<String, Integer> truth(int port) throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        List<String> lines = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6")) {
            lines.addAll(Files.readAllLines(Path.of("/proc/self/net", table)));
        }
        String remote = String.format(":%04X", port);
        for (String line : lines) {
            String[] words = line.trim().split(" +");
            if (words[2].endsWith(remote)) {
                counts.merge(STATES.getOrDefault(words[3], words[3]), 1, Integer::sum);
            }
        }
        return counts;
    }
}
