package io.github.tlsleak.it.matrix;

import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.Report;
import io.github.tlsleak.it.harness.TcpStates;
import io.github.tlsleak.it.peer.Peer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All situations with sessions that stay reachable, over one provider, in one JVM. */
final class LivingRun extends ProviderRun {

    /** The times are short, so the numbers that a hoard is told by have to be small, too. */
    private static final String OPTIONS = ",stuck=2s,session.live=2,session.cache=100";

    /** Of these the program asks later: they need another option. */
    private static final Set<String> LATER = Set.of("OPEN", "RETAINED");

    private static final Duration REPORTED = Duration.ofSeconds(60);
    private static final long OVER_NANOS = 5_000_000_000L;

    private final Map<ProviderScenario, String> connections = new LinkedHashMap<>();

    LivingRun(ProviderVariant variant, Jdk jdk, String tls) {
        super(variant, jdk, tls);
    }

    @Override
    String group() {
        return "living.";
    }

    @Override
    String main() {
        return "living.PlayLiving";
    }

    @Override
    String options() {
        return OPTIONS;
    }

    @Override
    void awaitReported(Path file) throws IOException {
        Report.await(file, expected(e -> !LATER.contains(e.verdict())), REPORTED);
        lookAtConnections();
        tell();
        Report.await(file, expected(e -> true), REPORTED);
        int over =
                scenarios().stream()
                        .mapToInt(s -> s.text().over(jdk().major(), tls()).size())
                        .sum();
        long end = System.nanoTime() + OVER_NANOS;
        while (Report.read(file).of("reclosed").size() < over && System.nanoTime() < end) {
            Peer.sleep(50);
        }
    }

    private void lookAtConnections() throws IOException {
        for (ProviderScenario scenario : scenarios()) {
            if (TcpStates.areKnown() && hasPeer(scenario)) {
                connections.put(scenario, connections(scenario));
            }
        }
    }

    private static boolean hasPeer(ProviderScenario scenario) {
        return scenario.text().peer().matches("(server|client) .*");
    }

    /** As the operating system showed them while all lasted; empty where it does not. */
    String connectionsAlive(ProviderScenario scenario) {
        return connections.getOrDefault(scenario, "");
    }

    /** What was over after all, by verdict, of a situation. */
    List<String> over(ProviderScenario scenario) {
        return report().by(scenario.className()).of("reclosed").stream()
                .map(line -> line.path("verdict").asText())
                .sorted()
                .toList();
    }
}
