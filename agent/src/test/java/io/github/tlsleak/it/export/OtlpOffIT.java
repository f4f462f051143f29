package io.github.tlsleak.it.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import io.github.tlsleak.it.harness.TlsServiceJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What the option costs where it is off, and where it is wrong. */
@CiOnly
@OwnJdkOnly
@Execution(ExecutionMode.CONCURRENT)
class OtlpOffIT {

    /** The agent loads it last, with all that nobody has asked for. */
    private static final String LOADED_LATE = "io.github.tlsleak.agent.output.status.DumpJson";

    private static final String EXPORTER = "io.github.tlsleak.agent.output.otlp.";
    private static final Duration LATE = Duration.ofSeconds(40);

    @TempDir Path directory;

    @Test
    void onlyTheOptionLoadsWhatExportsAndNothingLoadsLogging() throws Exception {
        Set<String> without = loaded("jmx=false");
        assertThat(without)
                .noneMatch(name -> name.startsWith(EXPORTER))
                .noneMatch(name -> name.startsWith("java.net.http."));
        Set<String> with = loaded("jmx=false,otlp=http://localhost:9");
        assertThat(with)
                .anyMatch(name -> name.startsWith(EXPORTER + "lib."))
                .anyMatch(name -> name.startsWith("java.net.http."));
        assertThat(logging(with)).isSubsetOf(logging(without));
    }

    private static Set<String> logging(Set<String> names) {
        return names.stream()
                .filter(name -> name.startsWith("java.util.logging."))
                .collect(Collectors.toSet());
    }

    /** The names of the classes of a program that leaks, once the agent has loaded all its own. */
    private Set<String> loaded(String options) throws Exception {
        Path log = directory.resolve("classes.log");
        AgentJvm jvm =
                new AgentJvm(Jdk.own())
                        .agentArgs(options)
                        .jvm("-Xlog:class+load:file=" + log, "-Dotel.metric.export.interval=500");
        try (TlsServiceJvm target = TlsServiceJvm.of(jvm, "0", "0", "2")) {
            target.ask("leak 2");
            target.ask("gc");
            await("all classes").atMost(LATE).until(() -> names(log).contains(LOADED_LATE));
            await("a finding")
                    .atMost(LATE)
                    .until(() -> target.app().err().stream().anyMatch(l -> l.contains(" leak #1")));
            target.endsWell();
        }
        return names(log);
    }

    private static Set<String> names(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .map(line -> line.replaceFirst("^(\\[[^]]*\\])+ ", "").replaceFirst(" .*", ""))
                .collect(Collectors.toSet());
    }

    @Test
    void nonsenseIsOneWarning() throws Exception {
        Ended ended =
                new AppRun(Jdk.own(), directory)
                        .option("otlp", "collector:4318")
                        .runWithPeer("socket.SocketDropped", "await", "1.2");
        assertThat(ended.warnings()).hasSize(1);
        assertThat(ended.warnings().get(0)).contains("otlp", "http://collector:4318");
    }

    @Test
    void gRpcIsOneWarning() throws Exception {
        Ended ended =
                new AppRun(Jdk.own(), directory)
                        .option("otlp", "env")
                        .environment("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc")
                        .runWithPeer("socket.SocketDropped", "await", "1.2");
        assertThat(ended.warnings()).hasSize(1);
        assertThat(ended.warnings().get(0)).contains("grpc", "http/protobuf");
    }
}
