package io.github.tlsleak.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Findings;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.Report;
import io.github.tlsleak.it.harness.TlsServiceJvm;
import io.github.tlsleak.it.matrix.Scenario;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sessions that are older than the agent: it adopts them at their first event and invents nothing.
 */
@Execution(ExecutionMode.CONCURRENT)
class AdoptedIT {

    @TempDir Path directory;

    static List<Jdk> jdks() {
        return Jdk.all();
    }

    /**
     * There are four old sockets and four old engines of each of these: used and dropped, closed,
     * used and kept, never touched. Other sessions of the same age go on under load and close in
     * order.
     */
    @ParameterizedTest
    @MethodSource("jdks")
    void onlyWhatWasDroppedIsReported(Jdk jdk) throws Exception {
        Path report = directory.resolve("report.jsonl");
        try (TlsServiceJvm target = TlsServiceJvm.busy(jdk)) {
            Ended cli = Cli.on(jdk).run("attach", target.pid(), "report=" + report);
            assertThat(cli.exitCode()).as(cli.everything()).isZero();
            for (String kind : List.of("", " engine")) {
                target.ask("leak-old 1" + kind);
                target.ask("close-old 1" + kind);
                target.ask("touch-old 1" + kind);
            }
            target.collected(report, 2);
            target.serves(200);
            target.endsWell();
        }
        Report ended = Report.read(report);
        assertThat(ended.of("leak")).as(ended.findings().toString()).hasSize(2);
        assertThat(ended.numberOfFindings()).isEqualTo(2);
        assertThat(ended.summary().path("agentErrors").asInt()).isZero();
        socketIsDescribed(only(ended, "SSLSocket"));
        engineIsDescribed(only(ended, "SSLEngine"));
        // others are those of sessions that were open at the end
        List<JsonNode> leaking = ended.of("leak").stream().map(leak -> leak.path("site")).toList();
        assertThat(ended.of("site"))
                .filteredOn(site -> leaking.contains(site.path("site")))
                .hasSize(2)
                .as("stacks of what nobody saw opened")
                .allMatch(site -> site.path("stack").isEmpty());
    }

    /**
     * Engines older than the agent are paired with their channels by the next bytes that they
     * write.
     */
    @ParameterizedTest
    @MethodSource("jdks")
    void aChannelClosedUnderAnOldEngineIsNoLeak(Jdk jdk) throws Exception {
        Path report = directory.resolve("report.jsonl");
        try (TlsServiceJvm target = TlsServiceJvm.quiet(jdk)) {
            target.ask("open-channels 3");
            Ended cli = Cli.on(jdk).run("attach", target.pid(), "report=" + report);
            assertThat(cli.exitCode()).as(cli.everything()).isZero();
            target.ask("cut-old 3");
            target.collected(report, 3);
            target.endsWell();
        }
        Report ended = Report.read(report);
        assertThat(Findings.comparable(ended.findings(), List.of()))
                .containsExactly(Scenario.Expected.parse("UNDERCUT defect SSLEngine client x3"));
        assertThat(ended.summary().path("agentErrors").asInt()).isZero();
    }

    private static void socketIsDescribed(JsonNode leak) {
        adopted(leak, "sun.security.ssl.SSLSocketImpl");
        assertThat(leak.path("verdict").asText()).isIn("LOST", "RESCUED");
        assertThat(leak.path("peerHost").asText()).isEqualTo("127.0.0.1");
        assertThat(leak.path("peerPort").asInt()).isPositive();
    }

    private static void engineIsDescribed(JsonNode leak) {
        adopted(leak, "sun.security.ssl.SSLEngineImpl");
        assertThat(leak.path("verdict").asText()).isEqualTo("LOST");
    }

    private static void adopted(JsonNode leak, String type) {
        assertThat(leak.path("adopted").asBoolean()).as(leak.toString()).isTrue();
        assertThat(leak.path("severity").asText()).isEqualTo("leak");
        assertThat(leak.path("role").asText()).isEqualTo("client");
        assertThat(leak.path("class").asText()).isEqualTo(type);
        assertThat(leak.path("protocol").asText()).startsWith("TLSv1.");
        assertThat(leak.path("cipherSuite").asText()).startsWith("TLS_");
    }

    private static JsonNode only(Report report, String resource) {
        List<JsonNode> leaks =
                report.of("leak").stream()
                        .filter(leak -> leak.path("resource").asText().equals(resource))
                        .toList();
        assertThat(leaks).as(resource).hasSize(1);
        return leaks.get(0);
    }
}
