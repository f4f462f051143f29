package io.github.tlsleak.agent.output;

import io.github.tlsleak.agent.site.CallStack;
import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.common.frames.SourceLines;
import io.github.tlsleak.common.text.PlainText;
import java.util.Collection;
import java.util.Collections;

/** A site in words, as log, status, dump and summary show it. Stateless, thread-safe. */
public final class SiteDescription {

    private static final String INDENT = "\n  ";

    private SiteDescription() {}

    /** Its fingerprint, headline frame and owner, and what the baseline says of it. */
    public static String of(Site site) {
        return of(site, site.lines(), site.first());
    }

    /** As {@link #of(Site)}, with these frames: those of its stacks that something is known of. */
    public static String of(Site site, Collection<String> frames) {
        return of(site, frames, site.first());
    }

    /** As {@link #of(Site)}, with the frame and the owner of the stack that is to blame. */
    public static String of(Site site, CallStack blamed) {
        return of(site, Collections.<String>emptyList(), blamed);
    }

    private static String of(Site site, Collection<String> frames, CallStack blamed) {
        String headline = blamed.headline();
        String shown = frames.isEmpty() ? headline : SourceLines.join(frames);
        return site.fingerprint()
                + "  "
                + (shown == null ? "(stack not known)" : PlainText.printable(shown))
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
    public static void stack(StringBuilder text, CallStack stack) {
        stack(text, stack, true);
    }

    /** As {@link #stack(StringBuilder, CallStack)}; the frame is marked only on request. */
    public static void stack(StringBuilder text, CallStack stack, boolean marks) {
        if (stack.frames().isEmpty()) {
            text.append(INDENT)
                    .append("allocated at: not known (stack.depth=0, or a JVM without stacks)");
            return;
        }
        frames(text, title(stack), stack, marks);
    }

    private static String title(CallStack stack) {
        return stack.isFirstUse() ? "older than the agent, next used at" : "allocated at";
    }

    /** Appends a title and the frames of a stack below it. */
    public static void frames(StringBuilder text, String title, CallStack stack, boolean marks) {
        text.append(INDENT).append(title);
        boolean marked = !marks;
        for (String frame : stack.frames()) {
            boolean mark = !marked && frame.equals(stack.headline());
            marked |= mark;
            text.append("\n  ").append(mark ? "> " : "  ").append(PlainText.printable(frame));
        }
    }
}
