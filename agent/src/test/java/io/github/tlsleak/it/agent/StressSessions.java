package io.github.tlsleak.it.agent;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the program {@code apps.stress.Stress} has played, and what may be told of it. A session is
 * known by its peer's name, {@code way-thread-number}. Used by one thread.
 */
final class StressSessions {

    /**
     * What is told of a session that ends in this way, first what is told of one left in peace. Of
     * one older than the agent no more is seen than what comes after: a raw socket that is closed
     * already, the close of a finalizer.
     */
    private static final Map<String, List<String>> TOLD =
            Map.of(
                    "closed", List.of(),
                    "shut", List.of(),
                    "server", List.of(),
                    "dropped", List.of("LOST leak", "RESCUED leak"),
                    "left", List.of("LOST leak"),
                    "half", List.of("HALF_CLOSED leak", "LOST leak", "RESCUED leak"),
                    "undercut",
                            List.of(
                                    "UNDERCUT defect",
                                    "LOST leak",
                                    "RESCUED leak",
                                    "UNSENT defect"),
                    "unsent", List.of("UNSENT defect"),
                    "begun", List.of("ABANDONED notice"));

    private static final int LAST_WITH_FINALIZERS = 18;

    private final Jdk jdk;

    /** Threads and numbers of those in which something was thrown. */
    private final Set<String> troubled = new HashSet<>();

    /** Names of those of the last phase in which nothing was. */
    private final List<String> fine = new ArrayList<>();

    StressSessions(Jdk jdk) {
        this.jdk = jdk;
    }

    /** Takes over what the program wrote of a phase; returns how many were in trouble. */
    int add(Path played) throws IOException {
        fine.clear();
        int before = troubled.size();
        for (String line : Files.readAllLines(played)) {
            if (line.endsWith("!")) {
                troubled.add(number(line.substring(0, line.length() - 1)));
            } else {
                fine.add(line);
            }
        }
        return troubled.size() - before;
    }

    int numberOfFine() {
        return fine.size();
    }

    /** Of the last phase: what must be told, by the peer's name. */
    Map<String, String> expected() {
        Map<String, String> expected = new TreeMap<>();
        for (String name : fine) {
            List<String> told = TOLD.get(way(name));
            boolean finalized = name.startsWith("dropped") && jdk.major() <= LAST_WITH_FINALIZERS;
            if (!told.isEmpty() && !name.startsWith("begun")) {
                expected.put(name, told.get(finalized ? 1 : 0));
            }
        }
        return expected;
    }

    /** How many of the last phase were begun only: nothing names their peer. */
    int begun() {
        return (int) fine.stream().filter(name -> name.startsWith("begun-")).count();
    }

    /** What is told of the last phase, by the peer's name. */
    Map<String, String> told(Report report) {
        Set<String> names = new HashSet<>(fine);
        fine.forEach(name -> names.add("server-" + number(name)));
        Map<String, String> told = new HashMap<>();
        for (JsonNode leak : report.of("leak")) {
            String name = leak.path("peerHost").asText();
            if (names.contains(name)) {
                told.merge(name, verdict(leak), (a, b) -> a + " and " + b);
            }
        }
        return new TreeMap<>(told);
    }

    /** How many engines without a peer are told as begun. */
    static int toldAsBegun(Report report) {
        return (int) report.of("leak").stream().filter(StressSessions::isBegun).count();
    }

    /** Wrong verdicts: of all that was ever played, and of what was never played. */
    List<JsonNode> wrong(Report report) {
        return report.of("leak").stream().filter(leak -> !isRight(leak)).toList();
    }

    private boolean isRight(JsonNode leak) {
        String name = leak.path("peerHost").asText();
        if (!name.contains("-")) {
            return isBegun(leak);
        }
        return troubled.contains(number(name))
                || TOLD.getOrDefault(way(name), List.of()).contains(verdict(leak));
    }

    private static boolean isBegun(JsonNode leak) {
        return !leak.has("peerHost")
                && verdict(leak).equals("ABANDONED notice")
                && leak.path("resource").asText().equals("SSLEngine");
    }

    private static String verdict(JsonNode leak) {
        return leak.path("verdict").asText() + " " + leak.path("severity").asText();
    }

    private static String way(String name) {
        return name.substring(0, name.indexOf('-'));
    }

    private static String number(String name) {
        return name.substring(name.indexOf('-') + 1);
    }
}
