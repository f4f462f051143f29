package io.github.tlsleak.it.fleet;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tlsleak.it.harness.OwnJdkOnly;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real Prometheus, or a real VictoriaMetrics, over three leaking services: every query of
 * dashboard and alerts is answered, and with the true number. Only with {@code
 * -Dtlsleak.prometheus=HOME}, where HOME/prometheus is a Prometheus 3, and {@code
 * -Dtlsleak.victoriametrics=HOME}.
 */
@OwnJdkOnly
class PrometheusIT {

    private static final Path PROMETHEUS = Path.of(System.getProperty("tlsleak.prometheus", ""));
    private static final Path VICTORIA = Path.of(System.getProperty("tlsleak.victoriametrics", ""));

    @TempDir Path directory;

    private static void given(Path home, String program) {
        assumeTrue(
                Files.isExecutable(home.resolve(program)), "no directory with the file " + program);
    }

    @Test
    void byTheJmxExporter() throws Exception {
        given(PROMETHEUS, "prometheus");
        try (FleetService shop = FleetService.exported("shop", directory, "1");
                FleetService mail = FleetService.exported("mail", directory, "2");
                FleetService bank = FleetService.exported("bank", directory, "3")) {
            Map<String, FleetService> services = Map.of("shop", shop, "mail", mail, "bank", bank);
            Map<String, Integer> jobs = new TreeMap<>();
            for (Map.Entry<String, FleetService> service : services.entrySet()) {
                service.getValue().awaitFindings();
                jobs.put(service.getKey(), service.getValue().port());
            }
            Path alerts = FleetFiles.file("alerts.yaml");
            try (MetricServer prometheus =
                    PrometheusServer.start(PROMETHEUS, alerts, jobs, directory)) {
                new FleetTruth(prometheus, services, true).check();
            }
        }
    }

    @Test
    void byOtlp() throws Exception {
        given(PROMETHEUS, "prometheus");
        assumeTrue(
                PrometheusServer.canTakeOtlp(PROMETHEUS),
                "this Prometheus has no --web.enable-otlp-receiver");
        try (MetricServer prometheus = PrometheusServer.startReceiver(PROMETHEUS, directory)) {
            send(prometheus);
        }
    }

    @Test
    void byOtlpToVictoriaMetrics() throws Exception {
        given(VICTORIA, "victoria-metrics");
        given(VICTORIA, "vmalert");
        try (MetricServer victoria = VictoriaServer.start(VICTORIA, directory)) {
            send(victoria);
        }
    }

    private void send(MetricServer server) throws Exception {
        String otlp = server.otlp();
        try (FleetService shop = FleetService.sending("shop", directory, otlp, "1");
                FleetService mail = FleetService.sending("mail", directory, otlp, "2");
                FleetService bank = FleetService.sending("bank", directory, otlp, "3")) {
            Map<String, FleetService> services = Map.of("shop", shop, "mail", mail, "bank", bank);
            for (FleetService service : services.values()) {
                service.awaitFindings();
            }
            new FleetTruth(server, services, false).check();
        }
    }
}
