package io.github.tlsleak.it.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A finding on contexts is counted, suppressed and gated as one on sessions. */
@OwnJdkOnly
class ContextFindingsIT {

    private static final String RULE = "CONTEXT_CHURN:*.context.ContextChurn.*";

    @TempDir Path directory;

    private Ended run(AppRun app) throws Exception {
        return app.untilReported(1).runWithPeer("context.ContextChurn", "await", "1.3");
    }

    private int gate(String failOn) throws Exception {
        Ended report =
                Cli.on(Jdk.own())
                        .run("report", directory.resolve("report.jsonl"), "--fail-on", failOn);
        return report.exitCode();
    }

    @Test
    void countedAndGated() throws Exception {
        Ended ended = run(new AppRun(Jdk.own(), directory));
        assertThat(ended.log()).anyMatch(line -> line.contains("0 leaks, 0 defects, 1 notice"));
        assertThat(ended.log()).anyMatch(line -> line.startsWith("  1 CONTEXT_CHURN at "));
        JsonNode contexts = ended.report().of("context").get(0);
        assertThat(contexts.path("severity").asText()).isEqualTo("notice");
        assertThat(contexts.path("resource").asText()).isEqualTo("SSLContext");
        assertThat(ended.report().summary().path("notices").asInt()).isEqualTo(1);
        assertThat(gate("notice")).isEqualTo(1);
        assertThat(gate("defect")).isZero();
    }

    @Test
    void suppressed() throws Exception {
        Path rules = Files.writeString(directory.resolve("rules.txt"), RULE);
        Ended ended = run(new AppRun(Jdk.own(), directory).option("suppressions", rules));
        assertThat(ended.log()).contains("  1 suppressed by " + RULE);
        JsonNode contexts = ended.report().of("context").get(0);
        assertThat(contexts.path("suppressedBy").asText()).isEqualTo(RULE);
        assertThat(ended.report().summary().path("notices").asInt()).isZero();
        assertThat(gate("notice")).isZero();
    }
}
