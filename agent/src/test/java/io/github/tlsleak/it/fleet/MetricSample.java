package io.github.tlsleak.it.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One number of a metric, as Prometheus has it. Immutable.
 *
 * @param name of the metric; empty for the result of an operation
 * @param labels by name
 * @param value the number
 */
record MetricSample(String name, Map<String, String> labels, double value) {

    private static final Pattern LINE = Pattern.compile("(tlsleak_\\w+)(?:\\{(.*)\\})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("([\\w.]+)=\"([^\"]*)\"");
    private static final Pattern LOGGED = Pattern.compile(".*, name=(tlsleak\\.[^,]+), .*");
    private static final Pattern POINT = Pattern.compile("attributes=\\{([^}]*)\\}, value=(\\d+)");

    /** Those of tlsleak in a page of an exporter. */
    static List<MetricSample> ofPage(String page) {
        List<MetricSample> samples = new ArrayList<>();
        for (String line : page.split("\n")) {
            Matcher match = LINE.matcher(line);
            if (match.matches()) {
                Map<String, String> labels = labels(match.group(2));
                samples.add(
                        new MetricSample(
                                match.group(1), labels, Double.parseDouble(match.group(3))));
            }
        }
        return samples;
    }

    /** Those that OpenTelemetry's exporter for the log wrote last, by Prometheus' names. */
    static List<MetricSample> ofLog(List<String> lines) {
        Map<String, String> last = new TreeMap<>();
        for (String line : lines) {
            Matcher match = LOGGED.matcher(line);
            if (match.matches()) {
                last.put(match.group(1), line);
            }
        }
        List<MetricSample> samples = new ArrayList<>();
        last.forEach(
                (id, line) -> {
                    boolean counter = line.contains("monotonic=true");
                    String name = id.replace('.', '_') + (counter ? "_total" : "");
                    Matcher point = POINT.matcher(line);
                    while (point.find()) {
                        long value = Long.parseLong(point.group(2));
                        samples.add(new MetricSample(name, labels(point.group(1)), value));
                    }
                });
        return samples;
    }

    /** Those of an answer of Prometheus to a query. */
    static List<MetricSample> ofAnswer(JsonNode answer) {
        List<MetricSample> samples = new ArrayList<>();
        for (JsonNode one : answer.path("data").path("result")) {
            Map<String, String> labels = new TreeMap<>();
            one.path("metric")
                    .fields()
                    .forEachRemaining(l -> labels.put(l.getKey(), l.getValue().asText()));
            String name = labels.containsKey("__name__") ? labels.remove("__name__") : "";
            samples.add(
                    new MetricSample(
                            name, labels, Double.parseDouble(one.path("value").path(1).asText())));
        }
        return samples;
    }

    private static Map<String, String> labels(String text) {
        return LABEL.matcher(text == null ? "" : text)
                .results()
                .collect(
                        Collectors.toMap(
                                l -> l.group(1), l -> l.group(2), (a, b) -> b, TreeMap::new));
    }

    /** The numbers of findings by verdict, severity, resource and site. */
    static Map<String, Long> findings(List<MetricSample> samples) {
        return samples.stream()
                .filter(sample -> sample.name().equals("tlsleak_findings_total"))
                .collect(
                        Collectors.toMap(
                                sample ->
                                        String.join(
                                                " ",
                                                sample.labels().get("verdict"),
                                                sample.labels().get("severity"),
                                                sample.labels().get("resource"),
                                                sample.labels().get("site")),
                                sample -> (long) sample.value(),
                                Long::sum,
                                TreeMap::new));
    }

    /** The one number of a metric; -1 if it is not there. */
    static long of(String name, List<MetricSample> samples) {
        return samples.stream()
                .filter(sample -> sample.name().equals(name))
                .mapToLong(sample -> (long) sample.value())
                .findFirst()
                .orElse(-1);
    }
}
