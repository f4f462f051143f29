package io.github.tlsleak.it.fleet;

import io.github.tlsleak.it.otheragents.OtherAgent;
import java.nio.file.Path;
import java.util.List;

/**
 * Starts a real VictoriaMetrics that takes OTLP, as the page says, and its {@code vmalert}. Both
 * wait for late numbers by default, and here they do not. Stateless.
 */
final class VictoriaServer {

    private VictoriaServer() {}

    /**
     * Starts both.
     *
     * @param home where the files {@code victoria-metrics} and {@code vmalert} are
     */
    static MetricServer start(Path home, Path directory) throws Exception {
        int port = OtherAgent.freePort();
        MetricServer server =
                new MetricServer(
                        List.of(
                                home.resolve("victoria-metrics").toString(),
                                "-opentelemetry.usePrometheusNaming",
                                "-relabelConfig=" + FleetFiles.file("victoriametrics.yaml"),
                                "-search.latencyOffset=0s",
                                "-storageDataPath=" + directory.resolve("victoria"),
                                "-httpListenAddr=127.0.0.1:" + port),
                        port,
                        "/opentelemetry");
        int rules = OtherAgent.freePort();
        return server.withRules(
                List.of(
                        home.resolve("vmalert").toString(),
                        "-rule=" + FleetFiles.file("alerts.yaml"),
                        "-datasource.url=http://127.0.0.1:" + port,
                        "-notifier.blackhole",
                        "-evaluationInterval=1s",
                        "-rule.evalDelay=0s",
                        "-httpListenAddr=127.0.0.1:" + rules),
                rules);
    }
}
