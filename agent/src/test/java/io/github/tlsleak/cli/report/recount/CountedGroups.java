package io.github.tlsleak.cli.report.recount;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Findings on many objects of a site: the last line of a verdict, a site and a JVM counts. */
final class CountedGroups {

    private static final List<String> SUMS =
            List.of(
                    "contexts",
                    "cached",
                    "sessions",
                    "live",
                    "retained",
                    "perMinute",
                    "perHour",
                    "ratePerMinute");
    private static final List<String> LARGEST =
            List.of("medianLifeMillis", "resumedPercent", "cacheLimit", "cacheTimeoutSeconds");

    private static final Set<String> ON_CONTEXTS =
            Set.of("CONTEXT_CHURN", "CONTEXT_HOARD", "CACHE_HOARD");

    /** By verdict and site the last line of each JVM. */
    private final Map<String, Map<String, ToldLine>> last = new TreeMap<>();

    private final List<String> order;

    /**
     * @param order the JVMs in the order of their start
     */
    CountedGroups(ToldLines lines, List<String> order) {
        this.order = order;
        for (ToldLine line : lines.all()) {
            boolean group = line.type().equals("context") || line.type().equals("sessions");
            if (group && !line.isSuppressed()) {
                last.computeIfAbsent(key(line), key -> new LinkedHashMap<>()).put(line.jvm(), line);
            }
        }
    }

    private static String key(ToldLine line) {
        String list = ON_CONTEXTS.contains(line.verdict()) ? "contexts" : "sessionGroups";
        return list + "[" + line.verdict() + " " + line.site() + "]";
    }

    void put(CountedNumbers to) {
        last.forEach((key, byJvm) -> put(key, byJvm, to));
    }

    private void put(String at, Map<String, ToldLine> byJvm, CountedNumbers to) {
        List<ToldLine> lines = new ArrayList<>(byJvm.values());
        to.put(at + ".jvmCount", lines.size());
        for (String figure : SUMS) {
            if (lines.stream().allMatch(line -> line.has(figure))) {
                to.put(at + "." + figure, lines.stream().mapToLong(l -> l.number(figure)).sum());
            }
        }
        for (String figure : LARGEST) {
            if (lines.stream().allMatch(line -> line.has(figure))) {
                to.put(
                        at + "." + figure,
                        lines.stream().mapToLong(l -> l.number(figure)).max().orElse(0));
            }
        }
        if (lines.stream().allMatch(line -> line.has("over"))) {
            to.put(at + ".over", 1);
        }
        JsonNode peers = null;
        for (String jvm : order) {
            ToldLine line = byJvm.get(jvm);
            peers = line != null && line.json().has("peers") ? line.json().get("peers") : peers;
        }
        if (peers != null) {
            long all = 0;
            for (JsonNode count : peers) {
                all += count.asLong();
            }
            to.put(at + ".peers.all", all);
            peers.fields()
                    .forEachRemaining(
                            peer ->
                                    to.put(
                                            at + ".peers[" + peer.getKey() + "].count",
                                            peer.getValue().asLong()));
        }
    }
}
