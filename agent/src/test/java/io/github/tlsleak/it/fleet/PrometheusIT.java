package io.github.tlsleak.it.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real Prometheus over three leaking services: every query of dashboard and alerts is answered,
 * and with the true number. Only with {@code -Dtlsleak.prometheus=HOME}, where HOME/prometheus is a
 * Prometheus 3.
 */
@OwnJdkOnly
class PrometheusIT {

    private static final String HOME = System.getProperty("tlsleak.prometheus", "");
    private static final long DEADLINE_NANOS = 60_000_000_000L;
    private static final Predicate<String> NEW_SITE =
            alert -> alert.startsWith("TlsLeakNewSite firing ");

    @TempDir Path directory;

    private final Map<String, FleetService> services = new TreeMap<>();

    @BeforeEach
    void givenOnly() {
        assumeTrue(
                Files.isExecutable(Path.of(HOME, "prometheus")),
                "no -Dtlsleak.prometheus=HOME with a Prometheus 3");
    }

    @Test
    void byTheJmxExporter() throws Exception {
        try (FleetService shop = FleetService.exported("shop", directory, "1");
                FleetService mail = FleetService.exported("mail", directory, "2");
                FleetService bank = FleetService.exported("bank", directory, "3")) {
            services.putAll(Map.of("shop", shop, "mail", mail, "bank", bank));
            Map<String, Integer> jobs = new TreeMap<>();
            for (Map.Entry<String, FleetService> service : services.entrySet()) {
                service.getValue().awaitFindings();
                jobs.put(service.getKey(), service.getValue().port());
            }
            try (PrometheusServer prometheus =
                    PrometheusServer.start(
                            Path.of(HOME), FleetFiles.file("alerts.yaml"), jobs, directory)) {
                awaitTrueNumbers(prometheus);
                everyPanelIsTrue(prometheus);
                everyAlertIsTrue(prometheus);
            }
        }
    }

    @Test
    void byOtlp() throws Exception {
        assumeTrue(
                PrometheusServer.canTakeOtlp(Path.of(HOME)),
                "this Prometheus has no --web.enable-otlp-receiver");
        try (PrometheusServer prometheus =
                        PrometheusServer.startReceiver(Path.of(HOME), directory);
                FleetService shop = sending("shop", "1", prometheus);
                FleetService mail = sending("mail", "2", prometheus);
                FleetService bank = sending("bank", "3", prometheus)) {
            services.putAll(Map.of("shop", shop, "mail", mail, "bank", bank));
            for (FleetService service : services.values()) {
                service.awaitFindings();
            }
            awaitTrueNumbers(prometheus);
            everyPanelIsTrue(prometheus);
            everyAlertIsTrue(prometheus);
        }
    }

    private FleetService sending(String name, String rounds, PrometheusServer to) throws Exception {
        return FleetService.sending(name, directory, to.otlp(), rounds);
    }

    private long truth(String part) throws IOException {
        long sum = 0;
        for (FleetService service : services.values()) {
            sum +=
                    service.findings().entrySet().stream()
                            .filter(entry -> entry.getKey().contains(part))
                            .mapToLong(Map.Entry::getValue)
                            .sum();
        }
        return sum;
    }

    private long leakingSites() throws IOException {
        List<String> sites = new ArrayList<>();
        for (FleetService service : services.values()) {
            service.findings().keySet().stream()
                    .filter(key -> key.contains(" leak "))
                    .map(key -> key.substring(key.lastIndexOf(' ')))
                    .forEach(sites::add);
        }
        return sites.stream().distinct().count();
    }

    private static double sum(List<MetricSample> samples) {
        return samples.stream().mapToDouble(MetricSample::value).sum();
    }

    /** Two scrapes are over, and findings have come to rest. */
    private void awaitTrueNumbers(PrometheusServer prometheus) throws Exception {
        long end = System.nanoTime() + DEADLINE_NANOS;
        while (System.nanoTime() < end
                && sum(prometheus.query("sum(tlsleak_findings_total)")) != truth("")) {
            Thread.sleep(200);
        }
        assertThat(sum(prometheus.query("sum(tlsleak_findings_total)"))).isEqualTo(truth(""));
        while (System.nanoTime() < end
                && prometheus.query("rate(tlsleak_sessions_opened_total[5m])").size() < 3) {
            Thread.sleep(200);
        }
    }

    private void everyPanelIsTrue(PrometheusServer prometheus) throws Exception {
        Map<String, Double> expected = new HashMap<>();
        expected.put("Leaks", (double) truth(" leak "));
        expected.put("Defects", (double) truth(" defect "));
        expected.put("Sites with leaks", (double) leakingSites());
        expected.put("Descriptors at risk", 3.0);
        expected.put("Leaks a minute", 0.0);
        expected.put("Sites", (double) truth(""));
        expected.put("Sessions opened and closed a second", 0.0);
        expected.put("Errors of tlsleak", 0.0);
        JsonNode board = new ObjectMapper().readTree(FleetFiles.file("dashboard.json").toFile());
        assertThat(board.path("panels")).hasSizeGreaterThan(8);
        for (JsonNode panel : board.path("panels")) {
            String title = panel.path("title").asText();
            for (JsonNode target : panel.path("targets")) {
                String expression = target.path("expr").asText().replace("$job", ".*");
                List<MetricSample> answer = prometheus.query(expression);
                assertThat(answer).as(title + ": " + expression).isNotEmpty();
                Double value = expected.remove(title);
                if (value != null) {
                    assertThat(sum(answer)).as(title).isEqualTo(value, within(1e-9));
                }
            }
        }
        assertThat(expected).as("panels that are not there").isEmpty();
        String by = "sum by (job) (tlsleak_sessions_stuck)";
        assertThat(prometheus.query(by)).hasSize(3).allMatch(sample -> sample.value() == 1);
    }

    /** The rules are as {@code promtool check rules} wants them, or Prometheus would not start. */
    private void everyAlertIsTrue(PrometheusServer prometheus) throws Exception {
        long end = System.nanoTime() + DEADLINE_NANOS;
        long sites = truthOfSites();
        while (System.nanoTime() < end
                && lines(prometheus).stream().filter(NEW_SITE).count() < sites) {
            Thread.sleep(200);
        }
        List<String> alerts = lines(prometheus);
        assertThat(alerts.stream().filter(NEW_SITE)).hasSize((int) sites);
        assertThat(alerts)
                .contains(
                        "TlsLeakStuckHandshakes pending bank",
                        "TlsLeakStuckHandshakes pending mail",
                        "TlsLeakStuckHandshakes pending shop")
                .noneMatch(alert -> alert.startsWith("TlsLeakRate"))
                .noneMatch(alert -> alert.startsWith("TlsLeakDescriptorsAtRisk"))
                .noneMatch(alert -> alert.startsWith("TlsLeakAgentErrors"));
        assertThat(prometheus.rules()).hasSize(5).allMatch(rule -> rule.endsWith(" ok"));
        // those that rightly do not fire: what they compare is there, and is the true number
        String limits = "tlsleak_descriptors_at_risk / (tlsleak_descriptors_limit > 0)";
        List<MetricSample> parts = prometheus.query(limits);
        List<MetricSample> most = prometheus.query("tlsleak_descriptors_limit");
        assertThat(parts).hasSize(3);
        assertThat(parts.get(0).value()).isEqualTo(1 / most.get(0).value(), within(1e-9));
    }

    private static List<String> lines(PrometheusServer prometheus) throws Exception {
        return prometheus.alerts().stream().map(RaisedAlert::line).toList();
    }

    /** An alert has verdict, owner and site: each service has its own. */
    private long truthOfSites() throws IOException {
        long sites = 0;
        for (FleetService service : services.values()) {
            sites +=
                    service.findings().keySet().stream()
                            .filter(key -> key.contains(" leak ") || key.contains(" defect "))
                            .count();
        }
        return sites;
    }
}
