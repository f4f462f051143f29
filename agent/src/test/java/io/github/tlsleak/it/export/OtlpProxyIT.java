package io.github.tlsleak.it.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.tlsleak.apps.support.Keys;
import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import io.github.tlsleak.it.harness.TlsServiceJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A collector behind the proxy that the JVM's options name; and that proxy in trouble. */
@CiOnly
@OwnJdkOnly
@Execution(ExecutionMode.CONCURRENT)
class OtlpProxyIT {

    private static final Duration LATE = Duration.ofSeconds(40);

    @TempDir Path directory;

    private static AgentJvm jvm(String collector, String scheme, int proxyPort) {
        return new AgentJvm(Jdk.own())
                .agentArgs("jmx=false,otlp=" + collector)
                .jvm("-Dotel.metric.export.interval=300")
                .jvm("-D" + scheme + ".proxyHost=127.0.0.1")
                .jvm("-D" + scheme + ".proxyPort=" + proxyPort);
    }

    /** Only the proxy knows the collector's name. Labels come by OpenTelemetry's properties. */
    @Test
    void forwards() throws Exception {
        try (OtlpCollector collector = OtlpCollector.good(null);
                HttpProxy proxy = new HttpProxy(collector.port())) {
            AgentJvm jvm =
                    jvm("http://collector.invalid:4318", "http", proxy.port())
                            .jvm("-Dotel.service.name=shop")
                            .jvm(
                                    "-Dotel.resource.attributes=service.name=no,service.version=1%2C2");
            arrives(jvm, collector);
            assertThat(proxy.asked())
                    .isNotEmpty()
                    .allMatch(line -> line.startsWith("POST http://collector.invalid:4318/v1/"));
            assertThat(collector.resource())
                    .containsEntry("service.name", "shop")
                    .containsEntry("service.version", "1,2");
        }
    }

    @Test
    void tunnelsTls() throws Exception {
        SSLContext tls = Keys.init(SSLContext.getInstance("TLS"));
        Path certificate = Files.writeString(directory.resolve("collector.pem"), Keys.pem());
        try (OtlpCollector collector = OtlpCollector.good(tls);
                HttpProxy proxy = new HttpProxy(collector.port())) {
            AgentJvm jvm =
                    jvm("https://localhost:4318", "https", proxy.port())
                            .jvm("-Dhttp.nonProxyHosts=")
                            .jvm("-Dotel.exporter.otlp.certificate=" + certificate);
            arrives(jvm, collector);
            assertThat(proxy.asked()).isNotEmpty().containsOnly("CONNECT localhost:4318 HTTP/1.1");
        }
    }

    private static void arrives(AgentJvm jvm, OtlpCollector collector) throws Exception {
        try (TlsServiceJvm target = TlsServiceJvm.of(jvm, "0", "0", "2")) {
            target.ask("leak 1");
            target.ask("gc");
            await("a finding" + target.app().everything())
                    .atMost(LATE)
                    .until(() -> collector.findings().size() == 1);
            // what is on its way at the end is given up
            assertThat(collector.problems()).isEmpty();
            Ended ended = target.endsWell();
            assertThat(ended.warnings()).isEmpty();
        }
        assertThat(collector.records()).hasSize(1);
        // the client, and what the program's server accepted: none of the exporter
        assertThat(collector.numbers().get("tlsleak.sessions.opened")).isBetween(2L, 3L);
    }

    @Test
    void aDeadProxyIsSaidOnce() throws Exception {
        isSaid(jvm("http://collector.invalid", "http", 1), "127.0.0.1:1: ", "it is tried again");
    }

    @Test
    void aProxyThatAsksForAPasswordIsSaidOnce() throws Exception {
        try (HttpProxy proxy = new HttpProxy(HttpProxy.REFUSES)) {
            String said = "127.0.0.1:" + proxy.port() + ": HTTP 407, it asks for a password";
            isSaid(jvm("http://collector.invalid", "http", proxy.port()), said, "once");
            assertThat(proxy.asked()).isNotEmpty();
        }
    }

    @Test
    void aTunnelThatAsksForAPasswordIsSaidOnce() throws Exception {
        try (HttpProxy proxy = new HttpProxy(HttpProxy.REFUSES)) {
            String said = "127.0.0.1:" + proxy.port() + ": HTTP 407, it asks for a password";
            isSaid(jvm("https://collector.invalid", "https", proxy.port()), said, "once");
            assertThat(proxy.asked()).isNotEmpty();
        }
    }

    private static void isSaid(AgentJvm jvm, String said, String then) throws Exception {
        try (TlsServiceJvm target = TlsServiceJvm.of(jvm, "0", "0", "2")) {
            target.ask("leak 1");
            target.ask("gc");
            await("both signals" + target.app().everything())
                    .atMost(LATE)
                    .until(() -> lines(target.app().err()).size() >= 2);
            Ended ended = target.endsWell();
            assertThat(ended.exitCode()).isZero();
            List<String> lines = lines(ended.err());
            assertThat(lines).as(ended.everything()).hasSize(2);
            assertThat(lines)
                    .allMatch(line -> line.contains(" by the proxy " + said))
                    .allMatch(line -> line.contains(then))
                    .anyMatch(line -> line.contains("otlp: metrics do not reach "))
                    .anyMatch(line -> line.contains("otlp: findings do not reach "));
            assertThat(ended.err()).anyMatch(line -> line.contains(" leak #1 "));
        }
    }

    private static List<String> lines(List<String> err) {
        return err.stream().filter(line -> line.contains(" otlp: ")).toList();
    }
}
