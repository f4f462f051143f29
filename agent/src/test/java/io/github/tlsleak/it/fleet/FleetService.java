package io.github.tlsleak.it.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.Report;
import io.github.tlsleak.it.otheragents.OtherAgent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The program {@code apps.demo.LeakyService} with tlsleak, and with another agent that reads its
 * numbers. It loses three sockets and one engine a round, and one handshake never moves. What its
 * report file says is true. Used by one thread.
 */
final class FleetService implements AutoCloseable {

    /** Sockets and engines of a round. */
    static final int LOST = 4;

    private final Path report;
    private final Forked app;
    private final int port;
    private final int rounds;

    private FleetService(Forked app, Path report, int port, int rounds) {
        this.app = app;
        this.report = report;
        this.port = port;
        this.rounds = rounds;
    }

    /**
     * Starts a service that the JMX exporter shows, with the rules of the page.
     *
     * @param program its arguments: how often it loses its sessions, and what else it does
     */
    static FleetService exported(String name, Path parent, String... program) throws Exception {
        int port = OtherAgent.freePort();
        String rules = "127.0.0.1:" + port + ":" + FleetFiles.file("jmx_exporter.yaml");
        String exporter = "-javaagent:" + OtherAgent.jar("jmx_exporter") + "=" + rules;
        return start(name, parent, port, List.of(exporter), program);
    }

    /** Starts a service that sends its numbers by OTLP, each second. */
    static FleetService sending(String name, Path parent, String otlp, String... program)
            throws Exception {
        String interval = "-Dotel.metric.export.interval=1000";
        return start(name, parent, 0, List.of("-Dtlsleak.otlp=" + otlp, interval), program);
    }

    /**
     * Starts a service.
     *
     * @param flags of the JVM
     * @param program its arguments
     */
    static FleetService start(
            String name, Path parent, int port, List<String> flags, String... program)
            throws Exception {
        Path directory = Files.createDirectories(parent.resolve(name));
        AppRun run =
                new AppRun(Jdk.own(), directory)
                        .option("labels", "service:" + name)
                        .option("stuck", "2s")
                        .jvm(flags.toArray(new String[0]));
        Forked app = run.start("demo.LeakyService", program);
        int rounds = Integer.parseInt(program[0]);
        FleetService service =
                new FleetService(app, directory.resolve("report.jsonl"), port, rounds);
        app.awaitOut("READY"::equals, AppRun.LONG);
        return service;
    }

    int port() {
        return port;
    }

    Path report() {
        return report;
    }

    Forked app() {
        return app;
    }

    /** Waits until all is found that the program loses. */
    void awaitFindings() throws IOException, InterruptedException {
        long end = System.nanoTime() + AppRun.LONG.toNanos();
        while (System.nanoTime() < end) {
            long stuck = findings().keySet().stream().filter(k -> k.startsWith("STUCK ")).count();
            if (leaks() >= (long) LOST * rounds && stuck > 0) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("not all was found: " + findings() + app.everything());
    }

    private long leaks() throws IOException {
        return findings().entrySet().stream()
                .filter(entry -> entry.getKey().contains(" leak "))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** The numbers of findings by verdict, severity, resource and site, as the report has them. */
    Map<String, Long> findings() throws IOException {
        Report read = Report.read(report);
        List<JsonNode> lines = new ArrayList<>();
        for (String type : List.of("leak", "open", "context", "sessions")) {
            lines.addAll(read.of(type));
        }
        Map<String, Long> counts = new TreeMap<>();
        for (JsonNode line : lines) {
            if (!line.has("known") && !line.has("suppressedBy") && !line.has("over")) {
                String key =
                        String.join(
                                " ",
                                line.path("verdict").asText(),
                                line.path("severity").asText(),
                                line.path("resource").asText(),
                                line.path("site").asText());
                counts.merge(key, 1L, Long::sum);
            }
        }
        return counts;
    }

    /** What the exporter shows now. */
    List<MetricSample> scrape() throws IOException, InterruptedException {
        return MetricSample.ofPage(page());
    }

    /** The exporter's page as it is. */
    String page() throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + "/metrics");
        HttpResponse<String> answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(uri).build(),
                                HttpResponse.BodyHandlers.ofString());
        return answer.body();
    }

    /** Ends the program. Returns how many sessions there were, as the last summary has it. */
    long end() throws IOException, InterruptedException {
        app.release();
        app.endsWell(AppRun.LONG);
        List<JsonNode> summaries = Report.read(report).of("summary");
        return summaries.get(summaries.size() - 1).path("sessions").asLong();
    }

    @Override
    public void close() {
        app.close();
    }
}
