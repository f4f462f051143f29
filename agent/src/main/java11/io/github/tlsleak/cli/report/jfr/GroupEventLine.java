package io.github.tlsleak.cli.report.jfr;

import io.github.tlsleak.common.schema.GroupFields;
import io.github.tlsleak.common.schema.ReportSchema;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A finding on many objects of a site. Stateless. */
final class GroupEventLine {

    /** A peer and its number, as in {@code db:5432 (12)}. */
    private static final Pattern PEER = Pattern.compile("(.+?) \\((\\d{1,18})\\)(?:, |$)");

    private GroupEventLine() {}

    /** Adds the line of an event, after that of its site. */
    static void write(EventFields event, RecordedSites sites, List<String> lines)
            throws IOException {
        boolean contexts = event.is("tlsleak.ContextChurn");
        // a site of sessions is described by their own findings, too
        String resource = contexts ? "SSLContext" : event.text("resource");
        sites.describe(event, resource, false, lines);
        EventLine line =
                new EventLine(contexts ? ReportSchema.CONTEXT : ReportSchema.SESSIONS_LINE);
        line.time(ReportSchema.TIME, event.time()).text(ReportSchema.SITE, event.text("site"));
        line.text(ReportSchema.VERDICT, event.text("verdict"));
        line.text(ReportSchema.SEVERITY, event.text("severity"));
        line.text(ReportSchema.RESOURCE, resource);
        figures(event, contexts, line);
        line.counts(GroupFields.PEERS, peers(event.text("peers")));
        line.truth(GroupFields.OVER, "OVER".equals(event.text("phase")));
        lines.add(line.text(ReportSchema.SUPPRESSED_BY, event.text("suppressedBy")).end());
    }

    private static void figures(EventFields event, boolean contexts, EventLine line)
            throws IOException {
        boolean cache = "CACHE_HOARD".equals(event.text("verdict"));
        line.number(ReportSchema.SESSIONS, event.number("sessions"));
        line.number(GroupFields.LIVE, event.number("live"));
        if (contexts) {
            line.number(GroupFields.CONTEXTS, cache ? -1 : event.number("contexts"));
            line.number(GroupFields.CACHED, event.number("cached"));
            line.number(GroupFields.CACHE_LIMIT, event.number("cacheLimit"));
            line.number(GroupFields.CACHE_TIMEOUT, event.number("cacheTimeout"));
        } else {
            line.number(GroupFields.RETAINED, event.number("retained"));
            line.number(GroupFields.RATE, event.number("rate"));
            line.number(GroupFields.MEDIAN_LIFE, event.number("medianLife"));
            line.number(GroupFields.RESUMED, event.number("resumed"));
        }
        long growth = event.number("perMinute");
        line.number(GroupFields.PER_MINUTE, growth == 0 ? -1 : growth);
    }

    /** The numbers by peer of a text. */
    static Map<String, Long> peers(@Nullable String text) {
        Map<String, Long> peers = new LinkedHashMap<>();
        Matcher peer = PEER.matcher(text == null ? "" : text);
        while (peer.find()) {
            peers.put(peer.group(1), Long.parseLong(peer.group(2)));
        }
        return peers;
    }
}
