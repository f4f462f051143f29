package io.github.tlsleak.it.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A finding on a session that is alive has all that one on a dead session has. */
@CiOnly
@OwnJdkOnly
class LivingFindingsIT {

    private static final String RULE = "STUCK:*.living.StuckOver.*";

    @TempDir Path directory;

    private Ended run(AppRun app) throws Exception {
        return app.option("stuck", "1s")
                .untilReported(1)
                .runWithPeer("living.StuckOver", "stall", "1.3");
    }

    private Ended report(String... more) throws Exception {
        String[] all = new String[more.length + 2];
        all[0] = "report";
        all[1] = directory.resolve("report.jsonl").toString();
        System.arraycopy(more, 0, all, 2, more.length);
        return Cli.on(Jdk.own()).run((Object[]) all);
    }

    @Test
    void itIsLoggedCountedReportedAndGated() throws Exception {
        Ended ended = run(new AppRun(Jdk.own(), directory));
        String log = String.join("\n", ended.log());
        assertThat(log)
                .contains("defect #1 STUCK: SSLSocket alive, and its handshake does not end")
                .contains("hangs at, in thread \"handshake\"", "SSLSocketImpl.startHandshake(")
                .contains("allocated at", "> io.github.tlsleak.apps.living.StuckOver.main(")
                .contains("STUCK over after all, after ", "0 leaks, 1 defect, 0 notices")
                .contains("  1 STUCK at ");
        JsonNode line = ended.report().of("leak").get(0);
        assertThat(line.path("alive").asBoolean()).isTrue();
        assertThat(line.path("hangsIn").asText()).isEqualTo("handshake");
        assertThat(ended.report().of("reclosed")).hasSize(1);
        assertThat(report().out())
                .anyMatch(text -> text.contains("defect: 1 STUCK"))
                .anyMatch(text -> text.contains("1, 1 over after all"))
                .anyMatch(text -> text.contains("hangs at, in thread \"handshake\""));
        assertThat(report("--fail-on", "defect").exitCode()).isEqualTo(1);
        assertThat(report("--fail-on", "leak").exitCode()).isZero();
    }

    @Test
    void itCanBeSuppressed() throws Exception {
        Path rules = Files.writeString(directory.resolve("rules.txt"), RULE);
        Ended ended = run(new AppRun(Jdk.own(), directory).option("suppressions", rules));
        assertThat(ended.log()).contains("  1 suppressed by " + RULE);
        assertThat(ended.report().summary().path("defects").asInt()).isZero();
        assertThat(report("--fail-on", "notice").exitCode()).isZero();
    }

    @Test
    void theBaselineAcceptsIt() throws Exception {
        run(new AppRun(Jdk.own(), directory));
        Path baseline = directory.resolve("accepted.txt");
        assertThat(report("--write-baseline", baseline.toString()).exitCode()).isZero();
        assertThat(report("--baseline", baseline.toString(), "--fail-on", "new").exitCode())
                .isZero();
    }
}
