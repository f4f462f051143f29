package io.github.tlsleak.agent.output.otlp;

import io.github.tlsleak.agent.output.export.ExporterParts;
import io.github.tlsleak.agent.output.metrics.FindingSeries;
import io.github.tlsleak.agent.output.metrics.Metric;
import io.github.tlsleak.agent.output.metrics.MetricValues;
import io.github.tlsleak.agent.output.metrics.Series;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import io.opentelemetry.api.metrics.ObservableMeasurement;
import io.opentelemetry.sdk.metrics.InstrumentType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The metrics. Read when they are sent, by the exporter's thread. Stateless. */
final class OtlpMetrics {

    /** More series than the agent ever has: its own bounds rule. */
    private static final int SERIES = 2 * FindingSeries.MAX_SERIES;

    private OtlpMetrics() {}

    /** How many series an instrument may have. */
    static int limit(InstrumentType type) {
        return SERIES;
    }

    /** Makes all instruments. */
    static void register(Meter meter, ExporterParts parts) {
        meter.counterBuilder(Metric.FINDINGS)
                .setUnit(Metric.FINDINGS_UNIT)
                .setDescription(Metric.FINDINGS_TEXT)
                .buildWithCallback(to -> findings(to, parts.series));
        Map<Metric, ObservableLongMeasurement> numbers = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            numbers.put(metric, number(meter, metric));
        }
        List<ObservableMeasurement> all = new ArrayList<>(numbers.values());
        // all from one look at the sessions
        meter.batchCallback(
                () -> record(numbers, parts.metrics.get()),
                all.get(0),
                all.subList(1, all.size()).toArray(new ObservableMeasurement[0]));
    }

    private static ObservableLongMeasurement number(Meter meter, Metric metric) {
        return metric.counter
                ? meter.counterBuilder(metric.id)
                        .setUnit(metric.unit)
                        .setDescription(metric.text)
                        .buildObserver()
                : meter.gaugeBuilder(metric.id)
                        .ofLongs()
                        .setUnit(metric.unit)
                        .setDescription(metric.text)
                        .buildObserver();
    }

    private static void findings(ObservableLongMeasurement to, FindingSeries series) {
        for (Series one : series.all()) {
            Attributes attributes =
                    Attributes.builder()
                            .put("verdict", one.verdict.name())
                            .put("severity", one.severity.label())
                            .put("owner", one.owner.json())
                            .put("resource", one.resource.label())
                            .put("site", one.site)
                            .build();
            to.record(one.count(), attributes);
        }
    }

    /** A number that is not known has no value. */
    private static void record(
            Map<Metric, ObservableLongMeasurement> numbers, MetricValues values) {
        numbers.forEach(
                (metric, to) -> {
                    long number = metric.of(values);
                    if (number >= 0) {
                        to.record(number);
                    }
                });
    }
}
