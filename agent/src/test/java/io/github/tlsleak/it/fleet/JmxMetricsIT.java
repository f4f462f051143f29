package io.github.tlsleak.it.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.output.metrics.Metric;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import io.github.tlsleak.it.otheragents.OtherAgent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The rule files of the page give the true numbers, under the same names. */
@CiOnly
@OwnJdkOnly
@Execution(ExecutionMode.CONCURRENT)
class JmxMetricsIT {

    private static final long DEADLINE_NANOS = 60_000_000_000L;

    private static final List<String> OPENTELEMETRY =
            List.of(
                    "-javaagent:" + OtherAgent.jar("opentelemetry"),
                    "-Dotel.jmx.config=" + FleetFiles.file("otel-jmx.yaml"),
                    "-Dotel.jmx.discovery.delay=500",
                    "-Dotel.metric.export.interval=1000",
                    "-Dotel.metrics.exporter=logging",
                    "-Dotel.traces.exporter=none",
                    "-Dotel.logs.exporter=none",
                    "-Dotel.instrumentation.common.default-enabled=false");

    @TempDir Path directory;

    @Test
    void theExporterOfPrometheus() throws Exception {
        try (FleetService service = FleetService.exported("shop", directory, "2")) {
            service.awaitFindings();
            expect(service, service::scrape);
        }
    }

    @Test
    void theJmxMetricsOfOpenTelemetry() throws Exception {
        try (FleetService service = FleetService.start("shop", directory, 0, OPENTELEMETRY, "2")) {
            service.awaitFindings();
            expect(service, () -> MetricSample.ofLog(service.app().err()));
        }
    }

    private static void expect(FleetService service, Callable<List<MetricSample>> source)
            throws Exception {
        Map<String, Long> expected = service.findings();
        long end = System.nanoTime() + DEADLINE_NANOS;
        List<MetricSample> samples = source.call();
        while (System.nanoTime() < end && !MetricSample.findings(samples).equals(expected)) {
            Thread.sleep(200);
            expected = service.findings();
            samples = source.call();
        }
        assertThat(MetricSample.findings(samples))
                .as(samples + service.app().everything())
                .isEqualTo(expected);
        assertThat(expected.keySet())
                .anyMatch(key -> key.contains(" leak SSLSocket "))
                .anyMatch(key -> key.startsWith("STUCK "));
        for (Metric metric : Metric.values()) {
            assertThat(MetricSample.of(prometheus(metric), samples))
                    .as(metric.id + " in " + samples)
                    .isNotNegative();
        }
        assertThat(MetricSample.of("tlsleak_sessions_stuck", samples)).isEqualTo(1);
        assertThat(MetricSample.of("tlsleak_descriptors_at_risk", samples)).isEqualTo(1);
        assertThat(MetricSample.of("tlsleak_descriptors_limit", samples)).isPositive();
        assertThat(MetricSample.of("tlsleak_contexts", samples)).isEqualTo(1);
        assertThat(MetricSample.of("tlsleak_agent_errors_total", samples)).isZero();
        // nothing begins any more: the last summary has as many
        long opened = MetricSample.of("tlsleak_sessions_opened_total", samples);
        assertThat(opened).isEqualTo(service.end()).isGreaterThan(14 * 2);
    }

    private static String prometheus(Metric metric) {
        return metric.id.replace('.', '_') + (metric.counter ? "_total" : "");
    }
}
