package io.github.tlsleak.it.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tlsleak.it.harness.OwnJdkOnly;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each alert of the page fires in a real Prometheus, for the service that has the trouble and for
 * no other. Shop loses sessions all the time. Mail has many handshakes that do not move and few
 * descriptors. Bank has errors of tlsleak, which {@link ErrorsPage} makes up. Only with {@code
 * -Dtlsleak.prometheus=HOME}.
 */
@OwnJdkOnly
class AlertsIT {

    private static final String HOME = System.getProperty("tlsleak.prometheus", "");
    private static final long DEADLINE_NANOS = 60_000_000_000L;
    private static final String HANGING = "40";
    private static final String DESCRIPTORS = "128";

    private static final Set<String> EXPECTED =
            Set.of(
                    "TlsLeakNewSite firing mail",
                    "TlsLeakNewSite firing shop",
                    "TlsLeakRate firing shop",
                    "TlsLeakStuckHandshakes firing mail",
                    "TlsLeakStuckHandshakes firing shop",
                    "TlsLeakDescriptorsAtRisk firing mail",
                    "TlsLeakAgentErrors firing bank");

    @TempDir Path directory;

    @BeforeEach
    void givenOnly() {
        assumeTrue(
                Files.isExecutable(Path.of(HOME, "prometheus")),
                "no -Dtlsleak.prometheus=HOME with a Prometheus 3");
    }

    @Test
    void eachFires() throws Exception {
        try (FleetService shop = FleetService.exported("shop", directory, "1", "more");
                FleetService mail = FleetService.exported("mail", directory, "1", HANGING)) {
            allow(DESCRIPTORS, mail);
            mail.awaitFindings();
            try (ErrorsPage bank = new ErrorsPage(mail.page(), 2);
                    MetricServer prometheus =
                            PrometheusServer.start(
                                    Path.of(HOME),
                                    HastyRules.write(directory),
                                    Map.of(
                                            "shop", shop.port(),
                                            "mail", mail.port(),
                                            "bank", bank.port()),
                                    directory)) {
                expect(awaitAll(prometheus), prometheus);
            }
        }
    }

    private static void allow(String descriptors, FleetService service) throws Exception {
        String pid = String.valueOf(service.app().pid());
        Process limit =
                new ProcessBuilder("prlimit", "--pid", pid, "--nofile=" + descriptors)
                        .inheritIO()
                        .start();
        assertThat(limit.waitFor()).isZero();
    }

    /** Until all fire, and the stuck handshakes of mail are all found. */
    private static List<RaisedAlert> awaitAll(MetricServer prometheus) throws Exception {
        long end = System.nanoTime() + DEADLINE_NANOS;
        List<RaisedAlert> alerts = prometheus.alerts();
        while (System.nanoTime() < end
                && !(lines(alerts).containsAll(EXPECTED)
                        && summaries(alerts).contains(HANGING + " TLS handshakes of mail do"))) {
            Thread.sleep(200);
            alerts = prometheus.alerts();
        }
        return alerts;
    }

    private static Set<String> lines(List<RaisedAlert> alerts) {
        return alerts.stream()
                .map(RaisedAlert::line)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String summaries(List<RaisedAlert> alerts) {
        return alerts.stream().map(RaisedAlert::summary).collect(Collectors.joining("\n"));
    }

    private static void expect(List<RaisedAlert> alerts, MetricServer prometheus) throws Exception {
        assertThat(lines(alerts)).as(alerts.toString()).isEqualTo(EXPECTED);
        assertThat(alerts.stream().filter(alert -> !alert.name().equals("TlsLeakNewSite")))
                .extracting(RaisedAlert::summary)
                .contains(
                        "1 TLS handshakes of shop do not move",
                        "40 TLS handshakes of mail do not move",
                        // 40 of 128
                        "31.25% of the descriptors of mail are held by TLS sessions that nobody"
                                + " will close",
                        "tlsleak kept 2 errors of its own from bank")
                .anyMatch(text -> text.matches("\\d+\\.\\d TLS sessions a minute leak in shop"));
        // four a second, as far as the program comes to it, and found in batches
        List<MetricSample> rate =
                prometheus.query("rate(tlsleak_findings_total{severity=\"leak\"}[10s]) * 60");
        double shop =
                rate.stream()
                        .filter(sample -> sample.labels().get("job").equals("shop"))
                        .mapToDouble(MetricSample::value)
                        .sum();
        assertThat(shop).isBetween(30.0, 300.0);
        assertThat(prometheus.rules()).hasSize(5).allMatch(rule -> rule.endsWith(" ok"));
    }
}
