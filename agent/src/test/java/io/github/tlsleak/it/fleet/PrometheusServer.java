package io.github.tlsleak.it.fleet;

import io.github.tlsleak.it.otheragents.OtherAgent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts a real Prometheus that scrapes services each second, or takes OTLP. Stateless. */
final class PrometheusServer {

    private static final String RECEIVER = "--web.enable-otlp-receiver";

    private PrometheusServer() {}

    /** Whether the Prometheus there can take OTLP: some builds leave that out. */
    static boolean canTakeOtlp(Path home) throws Exception {
        Process help = new ProcessBuilder(home.resolve("prometheus").toString(), "--help").start();
        byte[] text = help.getInputStream().readAllBytes();
        return new String(text, StandardCharsets.UTF_8).contains(RECEIVER);
    }

    /**
     * Starts it.
     *
     * @param home where the file {@code prometheus} is
     * @param alerts the file of its rules
     * @param jobs the port of each service
     */
    static MetricServer start(Path home, Path alerts, Map<String, Integer> jobs, Path directory)
            throws Exception {
        return start(home, config(alerts, jobs, directory), directory, List.of());
    }

    /** Starts one that takes OTLP and scrapes nothing. */
    static MetricServer startReceiver(Path home, Path directory) throws Exception {
        Path config = config(FleetFiles.file("alerts.yaml"), Map.of(), directory);
        return start(home, config, directory, List.of(RECEIVER));
    }

    private static Path config(Path alerts, Map<String, Integer> jobs, Path directory)
            throws IOException {
        StringBuilder config = new StringBuilder("global: {scrape_interval: 1s, ");
        config.append("evaluation_interval: 1s}\nrule_files: [");
        config.append(alerts).append("]\nscrape_configs:\n");
        jobs.forEach(
                (job, port) ->
                        config.append("  - job_name: " + job + "\n    static_configs:\n")
                                .append("      - targets: ['127.0.0.1:" + port + "']\n"));
        return Files.writeString(directory.resolve("prometheus.yml"), config);
    }

    private static MetricServer start(Path home, Path config, Path directory, List<String> flags)
            throws Exception {
        int port = OtherAgent.freePort();
        List<String> command = new ArrayList<>();
        command.add(home.resolve("prometheus").toString());
        command.add("--config.file=" + config);
        command.add("--storage.tsdb.path=" + directory.resolve("data"));
        command.add("--web.listen-address=127.0.0.1:" + port);
        command.addAll(flags);
        return new MetricServer(command, port, "/api/v1/otlp");
    }
}
