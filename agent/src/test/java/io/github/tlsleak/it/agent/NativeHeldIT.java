package io.github.tlsleak.it.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.Report;
import io.github.tlsleak.it.matrix.ProviderScenario;
import io.github.tlsleak.it.matrix.ProviderVariant;
import io.github.tlsleak.it.peer.Peer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Engines that have ended and hold native memory for longer than {@code threshold}. */
class NativeHeldIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir Path directory;

    static Stream<Arguments> holders() {
        List<Arguments> all = new ArrayList<>();
        for (Jdk jdk : Jdk.all()) {
            ProviderVariant.all().stream()
                    .filter(v -> v.toString().matches("conscrypt|netty-refcnt|netty-openssl"))
                    .forEach(v -> all.add(Arguments.of(jdk, v)));
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("holders")
    void isReportedAsALeak(Jdk jdk, ProviderVariant variant) throws Exception {
        assumeThat(variant.missing()).isEmpty();
        Path file = directory.resolve("report.jsonl");
        String options = "threshold=1s,report=" + file;
        try (Peer peer = Peer.server("await", "1.3");
                Forked app =
                        variant.jvm(jdk)
                                .agentArgs(options)
                                .start(
                                        ProviderScenario.PACKAGE + "HeldEngine",
                                        "127.0.0.1",
                                        String.valueOf(peer.port()),
                                        "1.3",
                                        variant.type())) {
            app.awaitOut(line -> line.equals("DONE"), LONG);
            assertThat(peer.awaitSaw(List.of("close_notify"), LONG)).containsOnly("close_notify");
            await("memory held for too long").atMost(LONG).until(() -> !leaks(file).isEmpty());
            app.release();
            assertThat(app.exitCode(LONG)).as(app.everything()).isZero();
        }
        JsonNode leak = leaks(file).get(0);
        assertThat(leak.path("verdict").asText()).isEqualTo("NATIVE");
        assertThat(leak.path("severity").asText()).isEqualTo("leak");
        assertThat(Report.read(file).summary().path("agentErrors").asInt()).isZero();
    }

    private static List<JsonNode> leaks(Path file) throws Exception {
        return Report.read(file).of("leak");
    }
}
