package io.github.tlsleak.it.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.it.harness.Report;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What came of one situation of a library.
 *
 * @param library its class in {@code apps.libraries}
 * @param situation its name
 * @param problem why it did not go as intended, or empty
 * @param counts sessions by verdict
 * @param open sessions that nobody had closed when the time was over
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

    /** In these a server need not begin a handshake. */
    private static final List<String> WITHOUT_SESSION = List.of("tcp-only", "refused");

    /** In all others one succeeds. */
    private static final List<String> WITHOUT_HANDSHAKE =
            List.of("tcp-only", "refused", "not-trusted");

    /** What has been added since; nothing is 0. */
    static Map<String, Integer> difference(
            Map<String, Integer> before, Map<String, Integer> after) {
        Map<String, Integer> difference = new TreeMap<>(after);
        before.forEach((verdict, n) -> difference.merge(verdict, -n, Integer::sum));
        difference.values().removeIf(n -> n == 0);
        return difference;
    }

    /** Whether sessions that must be there are not; libraries make objects to look at, too. */
    static boolean lacksSession(String situation, Map<String, Integer> counts) {
        boolean lacks = counts.keySet().stream().allMatch("UNUSED"::equals);
        boolean fails = counts.keySet().stream().allMatch(Set.of("UNUSED", "FAILED")::contains);
        return lacks && !WITHOUT_SESSION.contains(situation)
                || fails && !WITHOUT_HANDSHAKE.contains(situation);
    }

    /** What the library is: {@code client} or {@code server}. */
    String role() {
        return library.endsWith("Server") ? "server" : "client";
    }

    /** Whose code opened the session of a finding, by its site. */
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
