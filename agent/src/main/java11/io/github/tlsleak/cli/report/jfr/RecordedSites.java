package io.github.tlsleak.cli.report.jfr;

import io.github.tlsleak.common.frames.Attribution;
import io.github.tlsleak.common.frames.Owner;
import io.github.tlsleak.common.schema.ReportSchema;
import io.github.tlsleak.common.schema.SiteFields;
import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lines on sites: one each, before its first finding. Used by one thread. */
final class RecordedSites {

    /** As many as a report tells apart. */
    private static final int MAX_SITES = 10_000;

    private final Set<String> written = new HashSet<>();
    private final Attribution attribution;

    RecordedSites(@Nullable String main) {
        attribution = new Attribution(Collections.emptyList(), main);
    }

    /** Adds the line of the site that an event itself describes. */
    void describe(EventFields event, @Nullable String resource, boolean seen, List<String> lines)
            throws IOException {
        String owner = event.text("owner");
        List<String> stack = event.stack("allocationStack");
        write(event.text("site"), resource, event.text("frame"), owner, stack, seen, lines);
    }

    /** Adds the line of a site of which the event has no more than the stack. */
    void derive(
            @Nullable String site,
            @Nullable String resource,
            List<String> stack,
            boolean seen,
            List<String> lines)
            throws IOException {
        if (!stack.isEmpty()) {
            Attribution.Result of = attribution.of(stack);
            write(site, resource, of.headline(), of.owner().json(), stack, seen, lines);
        }
    }

    /** Adds the line of a site. */
    void write(
            @Nullable String site,
            @Nullable String resource,
            @Nullable String frame,
            @Nullable String owner,
            List<String> stack,
            boolean seen,
            List<String> lines)
            throws IOException {
        if (site == null || written.size() == MAX_SITES || !written.add(site)) {
            return;
        }
        EventLine line = new EventLine(ReportSchema.SITE_LINE).text(ReportSchema.SITE, site);
        line.text(ReportSchema.RESOURCE, resource).text(frameField(owner), frame);
        line.text(ReportSchema.OWNER, owner);
        lines.add(line.texts(seen ? ReportSchema.SEEN : SiteFields.STACK, stack).end());
    }

    /** A frame of the application is the responsible one. */
    static String frameField(@Nullable String owner) {
        boolean application = Owner.APPLICATION.json().equals(owner);
        return application ? ReportSchema.FRAME : ReportSchema.HEADLINE;
    }
}
