package io.github.tlsleak.it.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.it.harness.Report;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The result of one situation of a library.
 *
 * @param library its class in {@code apps.libraries}
 * @param situation its name
 * @param problem why the situation did not go as intended, or empty
 * @param counts sessions by verdict
 * @param open sessions that nobody had closed at the end of the time limit
 * @param report findings and their sites
 * @param saw what the peers received
 */
record LibraryResult(
        String library,
        String situation,
        String problem,
        Map<String, Integer> counts,
        int open,
        Report report,
        List<String> saw) {

    /** In these situations a server need not begin a handshake. */
    private static final List<String> WITHOUT_SESSION = List.of("tcp-only", "refused");

    /** In all other situations a handshake succeeds. */
    private static final List<String> WITHOUT_HANDSHAKE =
            List.of("tcp-only", "refused", "not-trusted");

    /** The differences between two counts, without those that are 0. */
    static Map<String, Integer> difference(
            Map<String, Integer> before, Map<String, Integer> after) {
        Map<String, Integer> difference = new TreeMap<>(after);
        before.forEach((verdict, n) -> difference.merge(verdict, -n, Integer::sum));
        difference.values().removeIf(n -> n == 0);
        return difference;
    }

    /**
     * Whether a session is missing that must be there. Libraries also make objects only to read
     * their settings, which are counted as UNUSED.
     */
    static boolean lacksSession(String situation, Map<String, Integer> counts) {
        boolean lacks = counts.keySet().stream().allMatch("UNUSED"::equals);
        boolean fails = counts.keySet().stream().allMatch(Set.of("UNUSED", "FAILED")::contains);
        return lacks && !WITHOUT_SESSION.contains(situation)
                || fails && !WITHOUT_HANDSHAKE.contains(situation);
    }

    /** The side that the library plays: {@code client} or {@code server}. */
    String role() {
        return library.endsWith("Server") ? "server" : "client";
    }

    /** The owner of the code that opened the session of a finding, by its site. */
    String owner(JsonNode leak) {
        return report.of("site").stream()
                .filter(site -> site.path("site").equals(leak.path("site")))
                .map(site -> site.path("owner").asText())
                .findFirst()
                .orElse("nobody's");
    }

    String name() {
        return library + " " + situation;
    }
}
