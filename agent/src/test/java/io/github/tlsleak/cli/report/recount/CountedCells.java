package io.github.tlsleak.cli.report.recount;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The findings of a site by JVM, verdict and time. Stateless. */
final class CountedCells {

    private static final int FIELDS = 4;
    private static final String NONE = "none";

    private CountedCells() {}

    /**
     * Those that a document tells.
     *
     * @param jvms the JVMs of the document in its order
     */
    static CountedNumbers told(JsonNode site, List<String> jvms, JsonNode buckets) {
        Map<String, Long> cells = new TreeMap<>();
        JsonNode numbers = site.path("cells");
        for (int i = 0; i + FIELDS <= numbers.size(); i += FIELDS) {
            int verdict = numbers.get(i + 1).asInt();
            int bucket = numbers.get(i + 2).asInt();
            JsonNode named = site.path("verdicts").path(verdict);
            String name =
                    verdict < 0
                            ? NONE
                            : named.path("verdict").asText()
                                    + "/"
                                    + named.path("severity").asText();
            String from = bucket < 0 ? NONE : buckets.path(bucket).path("from").asText();
            String jvm = jvms.get(numbers.get(i).asInt());
            String time = bucket < 0 ? NONE : "" + Instant.parse(from).toEpochMilli();
            cells.merge(
                    key(site.path("site").asText(), jvm, name, time),
                    numbers.get(i + 3).asLong(),
                    Long::sum);
        }
        return all(cells);
    }

    /** The true ones, with buckets of the width that the report chose. */
    static CountedNumbers counted(CountedSite site, List<ToldLine> skipped, long width) {
        Map<String, Long> cells = new TreeMap<>();
        for (ToldLine line : site.findings) {
            boolean timed = !line.grade().equals("known") && line.has("time");
            long time = line.time("time").orElse(0);
            cells.merge(
                    key(
                            site.site,
                            ToldLines.shown(line.jvm()),
                            line.verdict() + "/" + line.grade(),
                            timed ? Long.toString(time - time % width) : NONE),
                    1L,
                    Long::sum);
        }
        for (ToldLine line : skipped) {
            if (line.site().equals(site.site) && line.number("count") > 0) {
                String jvm = ToldLines.shown(line.jvm());
                cells.merge(key(site.site, jvm, NONE, NONE), line.number("count"), Long::sum);
            }
        }
        return all(cells);
    }

    private static String key(String site, String jvm, String verdict, String time) {
        return "sites[" + site + "].cells[" + jvm + "|" + verdict + "|" + time + "]";
    }

    private static CountedNumbers all(Map<String, Long> cells) {
        CountedNumbers to = new CountedNumbers();
        cells.forEach(to::put);
        return to;
    }
}
