package io.github.tlsleak.agent.output.file;

import io.github.tlsleak.agent.collect.SessionFinding;
import io.github.tlsleak.agent.output.JsonLine;
import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.common.schema.ReportSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The lines of the sessions that are open when the JVM ends. A site gets {@value #PER_SITE} lines
 * at most; the last one stands for the rest of its sessions, too. Stateless.
 */
final class OpenAtExit {

    static final int PER_SITE = 100;

    private OpenAtExit() {}

    /**
     * Makes the lines.
     *
     * @param sessions the open ones
     * @param out takes each line and its session
     */
    static void write(List<SessionFinding> sessions, BiConsumer<SessionFinding, JsonLine> out) {
        Map<Site, Integer> numbers = new LinkedHashMap<>();
        for (SessionFinding f : sessions) {
            numbers.merge(f.site, 1, Integer::sum);
        }
        Map<Site, Integer> written = new LinkedHashMap<>();
        for (SessionFinding f : sessions) {
            int lines = written.merge(f.site, 1, Integer::sum);
            if (lines <= PER_SITE) {
                JsonLine line = FindingLine.of(f).put(ReportSchema.AT_EXIT, true);
                int rest = numbers.getOrDefault(f.site, 0) - PER_SITE;
                if (lines == PER_SITE && rest > 0) {
                    line.put(ReportSchema.COUNT, 1 + rest);
                }
                out.accept(f, line);
            }
        }
    }
}
