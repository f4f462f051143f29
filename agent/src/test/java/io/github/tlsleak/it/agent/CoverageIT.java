package io.github.tlsleak.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import io.github.tlsleak.it.harness.Report;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lost coverage is reported once and clearly. The program does not notice it. */
@OwnJdkOnly
class CoverageIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    @Test
    void classThatCannotBeInstrumented(@TempDir Path dir) throws Exception {
        Path report = dir.resolve("report.jsonl");
        AgentJvm jvm = new AgentJvm(Jdk.own()).agentArgs("report=" + report);
        try (Forked app =
                jvm.start("io.github.tlsleak.apps.bad.HiddenSubclass", "127.0.0.1", "0", "1.3")) {
            app.awaitOut(line -> line.equals("DONE"), LONG);
            app.release();
            assertThat(app.exitCode(LONG)).isZero();
            List<String> lost =
                    app.err().stream().filter(line -> line.contains("coverage lost")).toList();
            assertThat(lost).as(app.everything()).hasSize(1);
            assertThat(lost.get(0))
                    .startsWith("[tlsleak] ERROR coverage lost: ")
                    .contains("HiddenSubclass$Engine");
            assertThat(Report.read(report).summary().path("agentErrors").asInt()).isZero();
        }
    }
}
