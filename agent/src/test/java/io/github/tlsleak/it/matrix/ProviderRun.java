package io.github.tlsleak.it.matrix;

import io.github.tlsleak.it.harness.Findings;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.Report;
import io.github.tlsleak.it.harness.TcpStates;
import io.github.tlsleak.it.peer.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * All situations over one provider, in either role, in one JVM. The test's own JVM has a peer for
 * each of them.
 */
class ProviderRun implements AutoCloseable {

    private static final Duration LONG = Duration.ofSeconds(120);
    private static final Duration SEEN = Duration.ofSeconds(3);
    private static final Duration REPORTED = Duration.ofSeconds(12);

    private final ProviderVariant variant;
    private final Jdk jdk;
    private final String tls;
    private final Map<ProviderScenario, Peer> peers = new LinkedHashMap<>();
    private final Map<ProviderScenario, Integer> listening = new LinkedHashMap<>();
    private final Map<ProviderScenario, List<String>> saw = new LinkedHashMap<>();
    private Path directory;
    private Forked app;
    private Report report;

    ProviderRun(ProviderVariant variant, Jdk jdk, String tls) {
        this.variant = variant;
        this.jdk = jdk;
        this.tls = tls;
    }

    /** Runs the program to its end. The peers are asked before the program may end. */
    void perform() throws Exception {
        directory = Files.createTempDirectory("tlsleak-it");
        Path file = directory.resolve("report.jsonl");
        List<String> args = new ArrayList<>(List.of("127.0.0.1", tls, variant.type()));
        for (ProviderScenario scenario : ProviderScenario.of(variant, group())) {
            if (scenario.text().skip(jdk.major(), tls).isEmpty()) {
                args.add(scenario.name() + "=" + port(scenario));
            }
        }
        app =
                variant.jvm(jdk)
                        .agentArgs("report=" + file + options())
                        .start(ProviderScenario.PACKAGE + main(), args.toArray(new String[0]));
        for (ProviderScenario scenario : peers.keySet()) {
            if (scenario.isServer()) {
                peers.put(scenario, connected(scenario));
            }
        }
        app.awaitOut(line -> line.equals("DONE"), LONG);
        for (ProviderScenario scenario : peers.keySet()) {
            saw.put(scenario, awaitSaw(scenario));
        }
        // the report at the end shows unexpected ones
        awaitReported(file);
        app.release();
        app.endsWell(LONG);
        report = Report.read(file);
    }

    /** The package of the situations, within that of the providers; with a dot at its end. */
    String group() {
        return "";
    }

    /** The program that plays them, within the package of the providers. */
    String main() {
        return "Play";
    }

    /** More options of the agent: a comma before each. */
    String options() {
        return "";
    }

    /** Waits for the expected findings; the program is still there. */
    void awaitReported(Path file) throws Exception {
        Report.await(file, expected(e -> true), REPORTED);
    }

    private int port(ProviderScenario scenario) throws IOException {
        if (!scenario.text().peer().startsWith("server ")) {
            peers.put(scenario, null);
            return 0;
        }
        Peer server = Peer.server(scenario.script(), tls);
        peers.put(scenario, server);
        return server.port();
    }

    /**
     * The program plays one situation after the other. This situation begins when the earlier ones
     * are over.
     */
    private Peer connected(ProviderScenario scenario) throws Exception {
        String prefix = "LISTENING " + scenario.name() + ' ';
        String line = app.awaitOut(l -> l.startsWith(prefix), LONG);
        int port = Integer.parseInt(line.substring(prefix.length()));
        listening.put(scenario, port);
        return Peer.client(scenario.script(), tls, port);
    }

    private List<String> awaitSaw(ProviderScenario scenario) {
        Peer peer = peers.get(scenario);
        List<String> expected = scenario.text().saw(jdk.major(), tls);
        return peer == null ? List.of() : peer.awaitSaw(expected, SEEN);
    }

    /** How many findings of some kinds are expected. */
    final int expected(Predicate<Scenario.Expected> kinds) {
        return Findings.number(
                scenarios().stream()
                        .flatMap(s -> s.text().expect(jdk.major(), tls).stream())
                        .filter(kinds));
    }

    /** Writes a line to the program. */
    void tell() throws IOException {
        app.in().write('\n');
        app.in().flush();
    }

    /** How the operating system shows the program's connections of a situation with a peer. */
    String connections(ProviderScenario scenario) throws IOException {
        return scenario.isServer()
                ? TcpStates.ofLocal(listening.get(scenario))
                : TcpStates.ofRemote(peers.get(scenario).port());
    }

    ProviderVariant variant() {
        return variant;
    }

    Jdk jdk() {
        return jdk;
    }

    String tls() {
        return tls;
    }

    /** The situations that were played. */
    List<ProviderScenario> scenarios() {
        return List.copyOf(peers.keySet());
    }

    /** What the peer of a situation received. */
    List<String> saw(ProviderScenario scenario) {
        return saw.get(scenario);
    }

    Report report() {
        return report;
    }

    /** The sums of the numbers that the situations expect in the summary; none of them is 0. */
    Map<String, Integer> counts() {
        Map<String, Integer> sum = new TreeMap<>();
        for (ProviderScenario scenario : scenarios()) {
            scenario.text()
                    .counts(jdk.major(), tls)
                    .forEach((v, n) -> sum.merge(v, n, Integer::sum));
            for (Scenario.Expected e : scenario.text().expect(jdk.major(), tls)) {
                sum.merge(e.verdict(), e.times(), Integer::sum);
            }
        }
        sum.values().removeIf(n -> n == 0);
        return sum;
    }

    String output() {
        return app.everything();
    }

    @Override
    public void close() throws Exception {
        if (app != null) {
            app.close();
        }
        for (Peer peer : peers.values()) {
            if (peer != null) {
                peer.close();
            }
        }
        if (directory != null) {
            Files.deleteIfExists(directory.resolve("report.jsonl"));
            Files.delete(directory);
        }
    }
}
