package io.github.tlsleak.it.matrix;

import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.Report;
import io.github.tlsleak.it.peer.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One run of one scenario: the program under the agent, its peer in this JVM. */
public final class ScenarioRun implements AutoCloseable {

    private static final Duration LONG = Duration.ofSeconds(90);
    private static final Duration REPORTED = Duration.ofSeconds(30);
    private static final Duration SEEN = Duration.ofSeconds(5);

    private final Scenario scenario;
    private final String mainClass;
    private final Jdk jdk;
    private final String tls;
    private Path directory;
    private Peer peer;
    private Forked app;
    private int exitCode;
    private List<String> saw = List.of();
    private Report report;

    public ScenarioRun(Scenario scenario, String mainClass, Jdk jdk, String tls) {
        this.scenario = scenario;
        this.mainClass = mainClass;
        this.jdk = jdk;
        this.tls = tls;
    }

    /** Runs the program to its end. The peer is asked before the program may end. */
    public void perform() throws Exception {
        directory = Files.createTempDirectory("tlsleak-it");
        Path file = directory.resolve("report.jsonl");
        String options = scenario.options();
        AgentJvm jvm =
                new AgentJvm(jdk)
                        .agentArgs("report=" + file + (options.isEmpty() ? "" : "," + options))
                        .jvm(scenario.jvm(jdk.major(), tls));
        String[] role = scenario.peer().split(" ", 2);
        peer = role[0].equals("server") ? Peer.server(role[1], tls) : null;
        String port = peer == null ? "0" : String.valueOf(peer.port());
        app = jvm.start(mainClass, "127.0.0.1", port, tls);
        if (role[0].equals("client")) {
            String listening = app.awaitOut(line -> line.startsWith("LISTENING "), LONG);
            peer = Peer.client(role[1], tls, Integer.parseInt(listening.substring(10).trim()));
        }
        app.awaitOut(line -> line.equals("DONE"), LONG);
        if (peer != null) {
            saw = peer.awaitSaw(scenario.saw(jdk.major(), tls), SEEN);
        }
        awaitReported(file);
        app.release();
        exitCode = app.exitCode(LONG);
        report = Report.read(file);
    }

    /**
     * Waits until the expected number of findings is reported, or until a time limit. The report at
     * the end shows if there are more.
     */
    private void awaitReported(Path file) throws IOException, InterruptedException {
        int expected =
                scenario.expect(jdk.major(), tls).stream()
                        .filter(e -> !e.resource().equals("SSLContext"))
                        .mapToInt(Scenario.Expected::times)
                        .sum();
        long end = System.nanoTime() + REPORTED.toNanos();
        while (System.nanoTime() < end
                && Report.read(file).findings().stream().mapToInt(Scenario.Expected::times).sum()
                        < expected) {
            Thread.sleep(50);
        }
    }

    Scenario scenario() {
        return scenario;
    }

    Jdk jdk() {
        return jdk;
    }

    String tls() {
        return tls;
    }

    public int exitCode() {
        return exitCode;
    }

    List<String> saw() {
        return saw;
    }

    public Report report() {
        return report;
    }

    public String output() {
        return app.everything();
    }

    /** Warnings of the JVM about the agent, and the agent's own warnings about lost coverage. */
    List<String> strayOutput() {
        if (scenario.jvm(jdk.major(), tls).toString().contains("java.security.manager")) {
            // the JVM itself warns of a program that sets a SecurityManager
            return List.of();
        }
        return app.err().stream()
                .filter(
                        line ->
                                line.startsWith("[tlsleak] ERROR")
                                        || line.contains("WARNING")
                                        || line.startsWith("OpenJDK 64-Bit Server VM warning"))
                .toList();
    }

    @Override
    public void close() throws Exception {
        if (app != null) {
            app.close();
        }
        if (peer != null) {
            peer.close();
        }
        if (directory != null) {
            try (var files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(directory);
        }
    }
}
