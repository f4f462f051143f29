package io.github.tlsleak.it.otheragents;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The JVM flags that configure other agents. No agent can send anything: each one is told to send
 * to a closed port of this machine. Stateless.
 */
final class OtherAgentFlags {

    private static final String NOBODY = "http://127.0.0.1:9";
    private static final String WORK = OtherAgent.WORK;
    private static final String LICENCE = "abcdefghijklmnopqrstuvwxyzabcdefghijklmn";

    private OtherAgentFlags() {}

    static List<String> of(String name, Path directory) {
        return switch (name) {
            case "opentelemetry" -> openTelemetry();
            case "elastic" -> elastic(directory);
            case "datadog" -> datadog();
            case "glowroot" -> glowroot(directory);
            case "newrelic" -> newRelic(directory);
            default -> List.of();
        };
    }

    private static List<String> openTelemetry() {
        return properties(
                "otel.",
                "traces.exporter=logging",
                "metrics.exporter=none",
                "logs.exporter=none",
                "instrumentation.methods.include=" + WORK + "[square]");
    }

    private static List<String> elastic(Path directory) {
        return properties(
                "elastic.apm.",
                "server_url=" + NOBODY,
                "cloud_provider=NONE",
                "central_config=false",
                "log_level=DEBUG",
                "log_file=" + directory.resolve("elastic.log"),
                "trace_methods=" + WORK + "#square");
    }

    private static List<String> datadog() {
        return properties(
                "dd.",
                "writer.type=LoggingWriter",
                "agent.host=127.0.0.1",
                "trace.agent.port=9",
                "instrumentation.telemetry.enabled=false",
                "remote_config.enabled=false",
                "jmxfetch.enabled=false",
                "profiling.enabled=false",
                "appsec.enabled=false",
                "crashtracking.enabled=false",
                "trace.methods=" + WORK + "[square]");
    }

    private static List<String> glowroot(Path directory) {
        return properties(
                "glowroot.",
                "conf.dir=" + directory,
                "data.dir=" + directory,
                "log.dir=" + directory,
                "tmp.dir=" + directory,
                "agent.id=test",
                "collector.address=" + NOBODY);
    }

    private static List<String> newRelic(Path directory) {
        return properties(
                "newrelic.config.",
                "license_key=" + LICENCE,
                "app_name=test",
                "host=127.0.0.1",
                "port=9",
                "metric_ingest_uri=" + NOBODY,
                "event_ingest_uri=" + NOBODY,
                "utilization.detect_aws=false",
                "utilization.detect_azure=false",
                "utilization.detect_docker=false",
                "utilization.detect_gcp=false",
                "utilization.detect_kubernetes=false",
                "utilization.detect_pcf=false",
                "security.agent.enabled=false",
                "log_level=finest",
                "log_file_path=" + directory,
                "extensions.dir=" + OtherAgent.FILES.resolve("newrelic"));
    }

    private static List<String> properties(String prefix, String... settings) {
        return Stream.of(settings).map(setting -> "-D" + prefix + setting).toList();
    }
}
