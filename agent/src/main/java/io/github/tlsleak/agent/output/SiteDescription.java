package io.github.tlsleak.agent.output;

import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.common.text.PlainText;

/** A site in words, as log, status, dump and summary show it. Stateless, thread-safe. */
public final class SiteDescription {

    private static final String INDENT = "\n  ";

    private SiteDescription() {}

    /** Its fingerprint, headline frame and owner, and what the baseline says of it. */
    public static String of(Site site) {
        return of(site, site);
    }

    /** As {@link #of(Site)}, with the frame and the owner of the site that is to blame. */
    public static String of(Site site, Site blamed) {
        String frame = blamed.headline();
        return site.fingerprint()
                + "  "
                + (frame == null ? "(stack not known)" : PlainText.printable(frame))
                + "  ["
                + blamed.owner().json()
                + mark(site)
                + "]";
    }

    private static String mark(Site site) {
        if (site.isAccepted()) {
            return ", known from baseline";
        }
        return site.isNew() ? ", new" : "";
    }

    /** Appends the allocation stack, the headline frame marked, each line behind its line feed. */
    public static void stack(StringBuilder text, Site site) {
        stack(text, site, true);
    }

    /** As {@link #stack(StringBuilder, Site)}; the frame is marked only on request. */
    public static void stack(StringBuilder text, Site site, boolean marks) {
        if (site.stack().isEmpty()) {
            text.append(INDENT).append("allocated at: not known (stack.depth=0)");
            return;
        }
        frames(text, title(site), site, marks);
    }

    private static String title(Site site) {
        return site.isFirstUse() ? "older than the agent, next used at" : "allocated at";
    }

    /** Appends a title and the frames of a site's stack below it. */
    public static void frames(StringBuilder text, String title, Site site, boolean marks) {
        text.append(INDENT).append(title);
        boolean marked = !marks;
        for (String frame : site.stack()) {
            boolean mark = !marked && frame.equals(site.headline());
            marked |= mark;
            text.append("\n  ").append(mark ? "> " : "  ").append(PlainText.printable(frame));
        }
    }
}
