package io.github.tlsleak.agent.output.status;

import io.github.tlsleak.agent.output.JsonLine;
import io.github.tlsleak.common.rules.KnownBehaviours;
import io.github.tlsleak.common.schema.KnownBehaviourFields;
import io.github.tlsleak.common.schema.ReportSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the known behaviours that matched, with their counts. Stateless, thread-safe. */
final class KnownCounts {

    private KnownCounts() {}

    /** Two lines for each behaviour: count, id and sentence; then the link. */
    static List<String> lines(Map<KnownBehaviours.Rule, Long> counts) {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<KnownBehaviours.Rule, Long> entry : counts.entrySet()) {
            KnownBehaviours.Rule rule = entry.getKey();
            lines.add(entry.getValue() + " known, " + rule.id() + ": " + rule.sentence());
            lines.add("  see " + rule.link() + "; strict=true reports them like any other");
        }
        return lines;
    }

    /** A JSON array of the behaviours; null if none matched. */
    static @Nullable String json(Map<KnownBehaviours.Rule, Long> counts) {
        List<String> objects = new ArrayList<>();
        for (Map.Entry<KnownBehaviours.Rule, Long> entry : counts.entrySet()) {
            KnownBehaviours.Rule rule = entry.getKey();
            JsonLine line =
                    new JsonLine()
                            .put(KnownBehaviourFields.ID, rule.id())
                            .put(ReportSchema.COUNT, entry.getValue());
            line.put(KnownBehaviourFields.DESCRIPTION, rule.sentence())
                    .put(KnownBehaviourFields.LINK, rule.link());
            objects.add(line.toString());
        }
        return objects.isEmpty() ? null : "[" + String.join(",", objects) + "]";
    }
}
