package io.github.tlsleak.it.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.tlsleak.apps.support.Keys;
import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.JdkTool;
import io.github.tlsleak.it.harness.TlsServiceJvm;
import io.opentelemetry.proto.logs.v1.LogRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A collector gets true numbers over TLS, and the sessions to the collector are in none of them.
 */
@Execution(ExecutionMode.CONCURRENT)
class OtlpIT {

    private static final Duration LATE = Duration.ofSeconds(40);
    private static final String[] QUIET = {"0", "0", "2"};

    @TempDir Path directory;

    static List<Jdk> jdks() {
        return Jdk.notThin();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aCollectorGetsTrueNumbers(Jdk jdk) throws Exception {
        SSLContext tls = Keys.init(SSLContext.getInstance("TLS"));
        try (OtlpCollector collector = OtlpCollector.good(tls);
                TlsServiceJvm target = TlsServiceJvm.of(jvm(jdk, collector), QUIET)) {
            target.ask("leak 12");
            if (jdk.major() < 11) {
                staysAwayOn8(target, collector);
                return;
            }
            target.ask("gc");
            await("findings" + target.app().everything() + collector.problems())
                    .atMost(LATE)
                    .until(() -> sum(collector) == 12 && collector.records().size() == 2);
            Ended status = Cli.on(jdk).run("status", target.pid());
            assertThat(status.out())
                    .anyMatch(line -> line.matches("otlp +https://localhost:.*sent [1-9].*"));
            Ended ended = target.endsWell();
            check(collector, ended);
        }
    }

    private AgentJvm jvm(Jdk jdk, OtlpCollector collector) throws Exception {
        Path certificate = Files.writeString(directory.resolve("collector.pem"), Keys.pem());
        return new AgentJvm(jdk)
                .agentArgs("otlp=https://localhost:" + collector.port() + ",labels=service:shop")
                .jvm("-Dotel.metric.export.interval=500")
                .jvm("-Dotel.exporter.otlp.certificate=" + certificate);
    }

    private static void staysAwayOn8(TlsServiceJvm target, OtlpCollector collector)
            throws Exception {
        assertThat(target.endsWell().warnings())
                .containsExactly(
                        "[tlsleak] WARN otlp: nothing is sent: it needs Java 11 or newer, and this"
                                + " is Java 8");
        assertThat(collector.requests()).isZero();
    }

    private static long sum(OtlpCollector collector) {
        return collector.findings().values().stream().mapToLong(Long::longValue).sum();
    }

    private static void check(OtlpCollector collector, Ended ended) {
        assertThat(collector.problems()).isEmpty();
        assertThat(ended.warnings()).isEmpty();
        assertThat(sum(collector)).isEqualTo(12);
        collector
                .findings()
                .keySet()
                .forEach(
                        series -> {
                            assertThat(series)
                                    .containsOnlyKeys(
                                            "verdict", "severity", "owner", "resource", "site")
                                    .containsEntry("owner", "application")
                                    .containsEntry("severity", "leak");
                        });
        assertThat(collector.numbers())
                .containsEntry("tlsleak.sessions.opened", sessions(ended))
                .containsEntry("tlsleak.agent.errors", 0L);
        assertThat(collector.resource())
                .containsEntry("service.name", "shop")
                .containsEntry("process.pid", String.valueOf(ended.pid()))
                .containsKeys("host.name", "service.instance.id", "telemetry.sdk.version");
        records(collector.records());
    }

    /** As the summary says, which is of the moment before the last metrics. */
    private static long sessions(Ended ended) {
        String summary =
                ended.log().stream()
                        .filter(l -> l.contains(" summary: "))
                        .findFirst()
                        .orElseThrow();
        long sessions = Long.parseLong(summary.replaceAll(".*summary: (\\d+) sessions.*", "$1"));
        // 12 clients and what the program's server accepted, or is about to accept
        assertThat(sessions).as(summary).isBetween(24L, 25L);
        return sessions;
    }

    private static void records(List<LogRecord> records) {
        assertThat(records).hasSize(2);
        assertThat(records).allMatch(record -> record.getEventName().equals("tlsleak.finding"));
        Map<String, String> first = OtlpCollector.attributes(records.get(0).getAttributesList());
        assertThat(first)
                .containsEntry("tlsleak.count", "1")
                .containsEntry("tls.protocol.name", "tls")
                .containsEntry("code.file.path", "io/github/tlsleak/apps/attach/Sessions.java")
                .containsKeys("server.address", "server.port", "tls.protocol.version")
                .containsKeys("tls.cipher", "thread.name", "code.line.number", "code.stacktrace");
        assertThat(first.get("code.function.name"))
                .startsWith("io.github.tlsleak.apps.attach.Sessions.");
        assertThat(OtlpCollector.attributes(records.get(1).getAttributesList()))
                .containsEntry("tlsleak.count", "10");
        assertThat(records.get(0).getBody().getStringValue())
                .contains("apps.attach.Sessions")
                .doesNotContain("\n");
    }

    /** An agent that came late adopts sessions, but not its own; and it goes without a trace. */
    @ParameterizedTest
    @MethodSource("jdks")
    void detachLeavesNothing(Jdk jdk) throws Exception {
        SSLContext tls = Keys.init(SSLContext.getInstance("TLS"));
        Path certificate = Files.writeString(directory.resolve("late.pem"), Keys.pem());
        try (OtlpCollector collector = OtlpCollector.good(tls);
                TlsServiceJvm target =
                        TlsServiceJvm.of(
                                new AgentJvm(jdk)
                                        .withoutAgent()
                                        .jvm("-Dotel.metric.export.interval=500")
                                        .jvm("-Dotel.exporter.otlp.certificate=" + certificate),
                                QUIET)) {
            String url = "otlp=https://localhost:" + collector.port();
            Ended on = Cli.on(jdk).run("attach", target.pid(), url);
            assertThat(on.exitCode()).as(on.everything()).isZero();
            if (jdk.major() >= 11) {
                await("metrics").atMost(LATE).until(() -> collector.requests() > 3);
                assertThat(collector.numbers()).containsEntry("tlsleak.sessions.opened", 0L);
            }
            Ended off = Cli.on(jdk).run("detach", target.pid());
            assertThat(off.exitCode()).as(off.everything()).isZero();
            String loader = "io.github.tlsleak.AgentClassLoader";
            await("no agent's loader")
                    .atMost(LATE)
                    .untilAsserted(
                            () ->
                                    assertThat(JdkTool.instances(jdk, target.pid(), loader))
                                            .isZero());
            assertThat(JdkTool.jcmd(jdk, target.pid(), "Thread.print"))
                    .doesNotContain("tlsleak-", "SelectorManager");
            target.endsWell();
        }
    }
}
