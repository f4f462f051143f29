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
 * The sessions that {@code apps.stress.Stress} has played, and what may be reported of them. The
 * name of its peer, {@code way-thread-number}, identifies a session. Used by one thread.
 */
final class StressSessions {

    /**
     * The verdicts that may be reported of a session that ends in this way; the first one is that
     * of a session in a quiet phase. An adopted session shows only the events after the attach,
     * such as a finalizer's close or a transport that is closed already.
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

    /** Threads and numbers of the sessions in which something was thrown. */
    private final Set<String> troubled = new HashSet<>();

    /** Names of the sessions of the last phase in which nothing was thrown. */
    private final List<String> fine = new ArrayList<>();

    StressSessions(Jdk jdk) {
        this.jdk = jdk;
    }

    /** Takes over what the program wrote of a phase. Returns how many sessions met trouble. */
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

    /** What must be reported of the last phase, by the peer's name. */
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

    /** How many sessions of the last phase only began: nothing names their peer. */
    int begun() {
        return (int) fine.stream().filter(name -> name.startsWith("begun-")).count();
    }

    /** What is reported of the last phase, by the peer's name. */
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

    /** How many engines without a peer are reported as begun. */
    static int toldAsBegun(Report report) {
        return (int) report.of("leak").stream().filter(StressSessions::isBegun).count();
    }

    /** Wrong verdicts: on all sessions ever played, and on sessions that were never played. */
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
