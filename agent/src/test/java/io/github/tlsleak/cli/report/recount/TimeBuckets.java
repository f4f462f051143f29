package io.github.tlsleak.cli.report.recount;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Findings over time, in buckets of the width that the report chose. Stateless. */
final class TimeBuckets {

    private static final List<String> GRADES = List.of("leak", "defect", "notice");

    private TimeBuckets() {}

    /** Those of a document. */
    static CountedNumbers told(JsonNode buckets) {
        CountedNumbers to = new CountedNumbers();
        for (JsonNode bucket : buckets) {
            String from = Long.toString(Instant.parse(bucket.path("from").asText()).toEpochMilli());
            to.put("leaksOverTime.millis", bucket.path("millis").asLong());
            GRADES.forEach(
                    grade ->
                            to.put(
                                    "leaksOverTime[" + from + "]." + grade,
                                    bucket.path(grade).asLong()));
        }
        return to;
    }

    /** The true ones: without gaps, from the first finding to the last. */
    static CountedNumbers counted(JudgedLines judged, long width) {
        CountedNumbers to = new CountedNumbers();
        TreeMap<Long, Map<String, Long>> buckets = new TreeMap<>();
        for (ToldLine line : judged.findings) {
            if (!line.grade().equals("known") && line.time("time").isPresent()) {
                long time = line.time("time").getAsLong();
                buckets.computeIfAbsent(time - time % width, from -> new TreeMap<>())
                        .merge(line.grade(), 1L, Long::sum);
            }
        }
        if (buckets.isEmpty()) {
            return to;
        }
        to.put("leaksOverTime.millis", width);
        for (long from = buckets.firstKey(); from <= buckets.lastKey(); from += width) {
            Map<String, Long> counts = buckets.getOrDefault(from, Map.of());
            for (String grade : GRADES) {
                to.put("leaksOverTime[" + from + "]." + grade, counts.getOrDefault(grade, 0L));
            }
        }
        return to;
    }
}
