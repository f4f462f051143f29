package io.github.tlsleak.cli.report.jfr;

import io.github.tlsleak.common.schema.FindingFields;
import io.github.tlsleak.common.schema.ReportSchema;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A finding on one session. Stateless. */
final class LeakLine {

    private LeakLine() {}

    /** Adds the line of an event, after those of its sites. */
    static void write(EventFields event, RecordedSites sites, List<String> lines)
            throws IOException {
        String resource = event.text("resource");
        boolean adopted = event.truth("adopted");
        String closing = event.text("closingSite");
        List<String> closed = event.stack("closingStack");
        if (closed.isEmpty()) {
            sites.describe(event, resource, adopted, lines);
        } else {
            // frame and owner of the event are those of who closed
            String owner = event.text("owner");
            sites.derive(event.text("site"), resource, stack(event), adopted, lines);
            sites.write(closing, resource, event.text("frame"), owner, closed, false, lines);
        }
        String hanging = event.text("hangingSite");
        sites.derive(hanging, resource, event.stack("hangingStack"), false, lines);
        lines.add(line(event, resource, closing, hanging));
    }

    private static List<String> stack(EventFields event) {
        return event.stack("allocationStack");
    }

    private static String line(
            EventFields event,
            @Nullable String resource,
            @Nullable String closing,
            @Nullable String hanging)
            throws IOException {
        boolean open = "OPEN".equals(event.text("verdict"));
        boolean alive = event.truth("alive");
        EventLine line = new EventLine(open ? ReportSchema.OPEN_LINE : ReportSchema.LEAK);
        line.time(ReportSchema.TIME, event.time()).text(ReportSchema.SITE, event.text("site"));
        line.text(ReportSchema.VERDICT, event.text("verdict"));
        line.text(ReportSchema.SEVERITY, event.text("severity"));
        line.text(ReportSchema.RESOURCE, resource);
        session(event, line);
        line.time(ReportSchema.CREATED, event.instant("created"));
        line.time(ReportSchema.SEEN, event.instant("firstSeen"));
        line.number(alive ? FindingFields.AGE : FindingFields.LIFETIME, event.number("lifetime"));
        line.truth(FindingFields.ALIVE, alive);
        line.text(FindingFields.HANGS_AT, hanging);
        line.text(FindingFields.HANGS_IN, hanging == null ? null : event.text("hangingThread"));
        line.text(FindingFields.CLOSED_AT, closing);
        line.text(FindingFields.DETAIL, event.text("detail"));
        line.text(FindingFields.CLOSER, event.text("closer"));
        String owner = event.text("owner");
        line.text(RecordedSites.frameField(owner), event.text("frame"));
        line.text(ReportSchema.KNOWN, event.text("known")).text(ReportSchema.OWNER, owner);
        line.text(ReportSchema.SUPPRESSED_BY, event.text("suppressedBy"));
        return line.text(FindingFields.ERROR, event.text("error")).end();
    }

    private static void session(EventFields event, EventLine line) throws IOException {
        line.text(FindingFields.CLASS, event.text("className"));
        line.text(FindingFields.PROVIDER, event.text("provider"));
        line.text(FindingFields.ROLE, event.text("role"));
        line.text(FindingFields.PEER_HOST, event.text("peerHost"));
        long port = event.number("peerPort");
        line.number(FindingFields.PEER_PORT, port == 0 ? -1 : port);
        line.text(FindingFields.PROTOCOL, event.text("protocol"));
        line.text(FindingFields.CIPHER_SUITE, event.text("cipherSuite"));
        line.text(FindingFields.THREAD, event.text("threadName"));
        line.text(FindingFields.PIPELINE, event.text("pipeline"));
    }
}
