package io.github.tlsleak.it.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tlsleak.it.harness.Forked;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A real server that answers Prometheus' queries and has raised alerts, in processes of its own.
 * Used by one thread.
 */
final class MetricServer implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final List<Forked> processes = new ArrayList<>();
    private final String queries;
    private final String otlp;
    private String alerting;

    /**
     * Starts one.
     *
     * @param otlp the path where it takes OTLP, without that of the signal
     */
    MetricServer(List<String> command, int port, String otlp) throws Exception {
        this.queries = "http://127.0.0.1:" + port;
        this.otlp = queries + otlp;
        this.alerting = queries;
        start(command, queries, "/-/ready");
    }

    /** Starts a second process, which watches the rules for the first one. */
    MetricServer withRules(List<String> command, int port) throws Exception {
        alerting = "http://127.0.0.1:" + port;
        start(command, alerting, "/health");
        return this;
    }

    private void start(List<String> command, String base, String ready) throws Exception {
        Forked process = Forked.start(new ProcessBuilder(command));
        processes.add(process);
        long end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (send(base, ready).matches("(?s).* is Ready\\.?\\s*|OK\\s*")) {
                    return;
                }
            } catch (IOException e) {
                // not yet
                Thread.sleep(100);
            }
        }
        close();
        throw new AssertionError(command.get(0) + " does not start" + process.everything());
    }

    /** What tlsleak is to send to. */
    String otlp() {
        return otlp;
    }

    private String send(String base, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path)).build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    /** The answer to a query; one that the server does not understand fails the test. */
    List<MetricSample> query(String expression) throws IOException, InterruptedException {
        String text = URLEncoder.encode(expression, StandardCharsets.UTF_8);
        JsonNode answer = json.readTree(send(queries, "/api/v1/query?query=" + text));
        if (!answer.path("status").asText().equals("success")) {
            throw new AssertionError(expression + ": " + answer);
        }
        return MetricSample.ofAnswer(answer);
    }

    /** The alerts that fire or are pending. */
    List<RaisedAlert> alerts() throws IOException, InterruptedException {
        return RaisedAlert.ofAnswer(json.readTree(send(alerting, "/api/v1/alerts")));
    }

    /** The state of the rules: {@code NAME HEALTH}. */
    List<String> rules() throws IOException, InterruptedException {
        List<String> rules = new ArrayList<>();
        for (JsonNode group :
                json.readTree(send(alerting, "/api/v1/rules")).path("data").path("groups")) {
            for (JsonNode rule : group.path("rules")) {
                rules.add(rule.path("name").asText() + " " + rule.path("health").asText());
            }
        }
        return rules;
    }

    @Override
    public void close() {
        processes.forEach(Forked::close);
    }
}
