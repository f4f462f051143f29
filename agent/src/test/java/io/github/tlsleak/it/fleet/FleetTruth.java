package io.github.tlsleak.it.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Compares what a server of metrics says of the services shop, mail and bank with their report
 * files. Used by one thread.
 */
final class FleetTruth {

    private static final long DEADLINE_NANOS = 60_000_000_000L;
    private static final Predicate<String> NEW_SITE =
            alert -> alert.startsWith("TlsLeakNewSite firing ");

    private final MetricServer server;
    private final Map<String, FleetService> services;
    private final boolean atRest;

    /**
     * @param atRest whether the server knows the services only since they have stopped to leak
     */
    FleetTruth(MetricServer server, Map<String, FleetService> services, boolean atRest) {
        this.server = server;
        this.services = services;
        this.atRest = atRest;
    }

    /** All that dashboard and alerts ask is answered, and with the true number. */
    void check() throws Exception {
        awaitTrueNumbers();
        everyPanelIsTrue();
        everyAlertIsTrue();
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

    /** Waits until each number was read twice, and findings have come to rest. */
    private void awaitTrueNumbers() throws Exception {
        long end = System.nanoTime() + DEADLINE_NANOS;
        while (System.nanoTime() < end
                && sum(server.query("sum(tlsleak_findings_total)")) != truth("")) {
            Thread.sleep(200);
        }
        assertThat(sum(server.query("sum(tlsleak_findings_total)"))).isEqualTo(truth(""));
        while (System.nanoTime() < end
                && server.query("rate(tlsleak_sessions_opened_total[5m])").size() < 3) {
            Thread.sleep(200);
        }
    }

    /** Each query of the dashboard is answered, and with the true number. */
    private void everyPanelIsTrue() throws Exception {
        Map<String, Double> expected = new HashMap<>();
        expected.put("Leaks", (double) truth(" leak "));
        expected.put("Defects", (double) truth(" defect "));
        expected.put("Sites with leaks", (double) leakingSites());
        expected.put("Descriptors at risk", 3.0);
        expected.put("Sites", (double) truth(""));
        if (atRest) {
            expected.put("Leaks a minute", 0.0);
            expected.put("Sessions opened and closed a second", 0.0);
        }
        expected.put("Errors of tlsleak", 0.0);
        JsonNode board = new ObjectMapper().readTree(FleetFiles.file("dashboard.json").toFile());
        assertThat(board.path("panels")).hasSizeGreaterThan(8);
        for (JsonNode panel : board.path("panels")) {
            String title = panel.path("title").asText();
            for (JsonNode target : panel.path("targets")) {
                String expression = target.path("expr").asText().replace("$job", ".*");
                List<MetricSample> answer = server.query(expression);
                assertThat(answer).as(title + ": " + expression).isNotEmpty();
                Double value = expected.remove(title);
                if (value != null) {
                    assertThat(sum(answer)).as(title).isEqualTo(value, within(1e-9));
                }
            }
        }
        assertThat(expected).as("panels that are not there").isEmpty();
        String by = "sum by (job) (tlsleak_sessions_stuck)";
        assertThat(server.query(by)).hasSize(3).allMatch(sample -> sample.value() == 1);
    }

    /** The rules are as {@code promtool check rules} wants them, or Prometheus would not start. */
    private void everyAlertIsTrue() throws Exception {
        long end = System.nanoTime() + DEADLINE_NANOS;
        long sites = truthOfSites();
        while (System.nanoTime() < end && lines().stream().filter(NEW_SITE).count() < sites) {
            Thread.sleep(200);
        }
        List<String> alerts = lines();
        assertThat(alerts.stream().filter(NEW_SITE)).hasSize((int) sites);
        assertThat(alerts)
                .contains(
                        "TlsLeakStuckHandshakes pending bank",
                        "TlsLeakStuckHandshakes pending mail",
                        "TlsLeakStuckHandshakes pending shop")
                .noneMatch(alert -> alert.startsWith(atRest ? "TlsLeakRate" : "TlsLeakRate firing"))
                .noneMatch(alert -> alert.startsWith("TlsLeakDescriptorsAtRisk"))
                .noneMatch(alert -> alert.startsWith("TlsLeakAgentErrors"));
        assertThat(server.rules()).hasSize(5).allMatch(rule -> rule.endsWith(" ok"));
        // those that rightly do not fire: what they compare is there, and is the true number
        String limits = "tlsleak_descriptors_at_risk / (tlsleak_descriptors_limit > 0)";
        List<MetricSample> parts = server.query(limits);
        List<MetricSample> most = server.query("tlsleak_descriptors_limit");
        assertThat(parts).hasSize(3);
        assertThat(parts.get(0).value()).isEqualTo(1 / most.get(0).value(), within(1e-9));
    }

    private List<String> lines() throws Exception {
        return server.alerts().stream().map(RaisedAlert::line).toList();
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
