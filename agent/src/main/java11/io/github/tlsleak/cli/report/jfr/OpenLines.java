package io.github.tlsleak.cli.report.jfr;

import io.github.tlsleak.common.schema.FindingFields;
import io.github.tlsleak.common.schema.ReportSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The sessions that were open when the recording ended. Used by one thread. */
final class OpenLines {

    /** The recorder asks for all sites at once; the next time is a chunk later. */
    private static final long SAME_TIME = 1_000;

    /** A site that the agent counts among the open ones: it tells of 100 each time. */
    private static final int MAX = 1_000;

    private final RecordedSites sites;
    private final List<EventFields> last = new ArrayList<>();
    private long latest = Long.MIN_VALUE;

    OpenLines(RecordedSites sites) {
        this.sites = sites;
    }

    /** Takes an event; those of an earlier time are forgotten. */
    void add(EventFields event) {
        latest = Math.max(latest, event.time());
        last.removeIf(earlier -> earlier.time() < latest - SAME_TIME);
        if (event.time() >= latest - SAME_TIME && last.size() < MAX) {
            last.removeIf(
                    earlier -> String.valueOf(earlier.text("site")).equals(event.text("site")));
            last.add(event);
        }
    }

    /** A line for each site with open sessions. */
    List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (EventFields event : last) {
            sites.describe(event, null, false, lines);
            EventLine line = new EventLine(ReportSchema.OPEN_LINE);
            line.time(ReportSchema.TIME, event.time()).text(ReportSchema.SITE, event.text("site"));
            line.text(ReportSchema.VERDICT, "OPEN").text(ReportSchema.SEVERITY, "notice");
            line.number(FindingFields.AGE, event.number("oldestAge"));
            line.truth(ReportSchema.AT_EXIT, true);
            lines.add(line.number(ReportSchema.COUNT, event.number("count")).end());
        }
        return lines;
    }
}
