package io.github.tlsleak.it.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.otheragents.OtherAgent;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real Prometheus that scrapes services each second, or takes OTLP. Used by one thread. */
final class PrometheusServer implements AutoCloseable {

    private static final String RECEIVER = "--web.enable-otlp-receiver";
    private static final Duration START = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Forked process;
    private final String base;

    /** Whether the Prometheus there can take OTLP: some builds leave that out. */
    static boolean canTakeOtlp(Path home) throws Exception {
        Process help = new ProcessBuilder(home.resolve("prometheus").toString(), "--help").start();
        byte[] text = help.getInputStream().readAllBytes();
        return new String(text, StandardCharsets.UTF_8).contains(RECEIVER);
    }

    private PrometheusServer(Forked process, int port) {
        this.process = process;
        this.base = "http://127.0.0.1:" + port;
    }

    /**
     * Starts it.
     *
     * @param home where the file {@code prometheus} is
     * @param alerts the file of its rules
     * @param jobs the port of each service
     */
    static PrometheusServer start(Path home, Path alerts, Map<String, Integer> jobs, Path directory)
            throws Exception {
        return start(home, config(alerts, jobs, directory), directory, List.of());
    }

    /** Starts one that takes OTLP and scrapes nothing. */
    static PrometheusServer startReceiver(Path home, Path directory) throws Exception {
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

    private static PrometheusServer start(
            Path home, Path config, Path directory, List<String> flags) throws Exception {
        int port = OtherAgent.freePort();
        List<String> command = new ArrayList<>();
        command.add(home.resolve("prometheus").toString());
        command.add("--config.file=" + config);
        command.add("--storage.tsdb.path=" + directory.resolve("data"));
        command.add("--web.listen-address=127.0.0.1:" + port);
        command.addAll(flags);
        Forked process = Forked.start(new ProcessBuilder(command));
        PrometheusServer server = new PrometheusServer(process, port);
        server.awaitReady();
        return server;
    }

    private void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (send("/-/ready").startsWith("Prometheus Server is Ready")) {
                    return;
                }
            } catch (IOException e) {
                // not yet
                Thread.sleep(100);
            }
        }
        throw new AssertionError("Prometheus does not start" + process.everything());
    }

    /** What tlsleak is to send to. */
    String otlp() {
        return base + "/api/v1/otlp";
    }

    private String send(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path)).build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    /** The answer to a query; one that Prometheus does not understand fails the test. */
    List<MetricSample> query(String expression) throws IOException, InterruptedException {
        String text = URLEncoder.encode(expression, StandardCharsets.UTF_8);
        JsonNode answer = json.readTree(send("/api/v1/query?query=" + text));
        if (!answer.path("status").asText().equals("success")) {
            throw new AssertionError(expression + ": " + answer);
        }
        return MetricSample.ofAnswer(answer);
    }

    /** The alerts that fire or are pending. */
    List<RaisedAlert> alerts() throws IOException, InterruptedException {
        return RaisedAlert.ofAnswer(json.readTree(send("/api/v1/alerts")));
    }

    /** The state of the rules: {@code NAME HEALTH}. */
    List<String> rules() throws IOException, InterruptedException {
        List<String> rules = new ArrayList<>();
        for (JsonNode group : json.readTree(send("/api/v1/rules")).path("data").path("groups")) {
            for (JsonNode rule : group.path("rules")) {
                rules.add(rule.path("name").asText() + " " + rule.path("health").asText());
            }
        }
        return rules;
    }

    @Override
    public void close() {
        process.close();
    }
}
