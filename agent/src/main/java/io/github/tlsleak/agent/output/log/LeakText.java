package io.github.tlsleak.agent.output.log;

import io.github.tlsleak.agent.collect.Alive;
import io.github.tlsleak.agent.collect.SessionFinding;
import io.github.tlsleak.agent.output.SiteDescription;
import io.github.tlsleak.agent.provider.KnownProvider;
import io.github.tlsleak.common.rules.Fixes;
import io.github.tlsleak.common.schema.ReportSchema;
import io.github.tlsleak.common.text.Durations;
import io.github.tlsleak.common.text.IsoTime;
import io.github.tlsleak.common.text.PlainText;
import io.github.tlsleak.common.verdict.VerdictText;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Describes a finding in words. Stateless, thread-safe. */
public final class LeakText {

    private static final String INDENT = "\n  ";

    private LeakText() {}

    /**
     * The full report of a site's first finding.
     *
     * @param number of the leak; 0 for none
     */
    public static String full(SessionFinding f, long number) {
        StringBuilder text = new StringBuilder(1024);
        text.append(f.severity.label()).append(number > 0 ? " #" + number : "");
        text.append(' ').append(f.verdict).append(": ").append(f.resource.label()).append(' ');
        text.append(
                PlainText.printable(VerdictText.what(f.verdict, f.resource, f.detail, f.closer)));
        text.append(INDENT).append("peer      ").append(session(f));
        pipeline(text, f);
        text.append(INDENT).append("opened    ").append(opened(f));
        text.append(f.finalizer ? ", closed in a finalizer" : "");
        test(text, f);
        text.append(INDENT).append("site      ").append(site(f));
        text.append(INDENT)
                .append("why       ")
                .append(VerdictText.why(f.verdict, f.resource, f.detail));
        if (f.error != null) {
            text.append(INDENT).append("error     ").append(PlainText.printable(f.error));
        }
        text.append(INDENT)
                .append("fix       ")
                .append(Fixes.of(f.verdict, f.resource, f.detail, holders(f)));
        if (f.closedAt != null) {
            SiteDescription.frames(text, "closed at", f.closedAt, f.blamed() == f.closedAt);
        }
        hang(text, f);
        SiteDescription.stack(text, f.stack, f.blamed() == f.stack);
        return text.toString();
    }

    /** Whose channel it is, where only an event loop is on the stack. */
    private static void pipeline(StringBuilder text, SessionFinding f) {
        if (f.pipeline != null) {
            text.append(INDENT).append("pipeline  ").append(PlainText.printable(f.pipeline));
        }
    }

    /** Which test opened it, where tests are told. */
    private static void test(StringBuilder text, SessionFinding f) {
        if (f.test != null) {
            text.append(INDENT).append("test      ").append(PlainText.printable(f.test.name));
        }
    }

    /** Where a thread is inside the session now. */
    private static void hang(StringBuilder text, SessionFinding f) {
        Alive.Hang hang = f.alive == null ? null : f.alive.hang;
        if (hang != null) {
            String thread = PlainText.printable(hang.thread);
            SiteDescription.frames(text, "hangs at, in thread \"" + thread + '"', hang.at, true);
        }
    }

    /** What a live session was reported with is over. */
    static String over(SessionFinding f, long count) {
        return f.verdict
                + " over after all, after "
                + Durations.seconds(f.lifetimeMillis())
                + (": " + f.resource.label())
                + peer(f)
                + " of site "
                + SiteDescription.of(f.site, f.stack)
                + (count > 1 ? ", " + count + " so far" : "");
    }

    /** A later finding of a site that was reported in full before. */
    static String again(SessionFinding f, long count) {
        return f.verdict
                + " now "
                + count
                + " times at site "
                + site(f)
                + ", last "
                + f.resource.label()
                + peer(f);
    }

    /** A finding of a site that was reported in full before, in another line of the same method. */
    static String anotherLine(SessionFinding f) {
        return f.verdict
                + " also at another line of site "
                + site(f)
                + ": "
                + f.resource.label()
                + peer(f);
    }

    /** A session that has been open for too long. */
    public static String open(SessionFinding f) {
        StringBuilder text = new StringBuilder(512);
        text.append(f.resource.label())
                .append(" open for ")
                .append(Durations.seconds(f.lifetimeMillis()));
        text.append(INDENT).append("peer      ").append(session(f));
        pipeline(text, f);
        test(text, f);
        text.append(INDENT).append("site      ").append(SiteDescription.of(f.site, f.stack));
        text.append(INDENT).append("why       ").append(VerdictText.why(f.verdict, f.resource));
        text.append(INDENT)
                .append("fix       ")
                .append(Fixes.of(f.verdict, f.resource, null, holders(f)));
        SiteDescription.stack(text, f.stack);
        return text.toString();
    }

    private static String opened(SessionFinding f) {
        String time = IsoTime.of(f.created);
        String lived =
                (f.alive == null ? ", lived " : ", alive for ")
                        + (f.adopted ? "at least " : "")
                        + Durations.seconds(f.lifetimeMillis());
        // the thread of an adopted session is not known
        return f.adopted || f.thread == null
                ? "before tlsleak was attached (adopted), next used " + time + lived
                : time + " by thread \"" + PlainText.printable(f.thread) + '"' + lived;
    }

    /** The code that made the session for the application; of a server's sessions nobody has. */
    static List<String> holders(SessionFinding f) {
        return ReportSchema.SERVER.equals(f.role)
                ? Collections.<String>emptyList()
                : Fixes.holders(f.stack.frames(), f.stack.frame());
    }

    /** Fingerprint of the allocation, and frame and owner of the responsible code. */
    private static String site(SessionFinding f) {
        return SiteDescription.of(f.site, f.blamed());
    }

    /** The peer after " to " or " from "; empty if the peer is not known. */
    static String peer(SessionFinding f) {
        return f.peerHost == null
                ? ""
                : (ReportSchema.SERVER.equals(f.role) ? " from " : " to ")
                        + PlainText.printable(String.valueOf(address(f)));
    }

    private static @Nullable String session(SessionFinding f) {
        StringBuilder text = new StringBuilder();
        text.append(f.peerHost == null ? "not known" : String.valueOf(address(f)));
        text.append(f.role == null ? "" : " (" + f.role + ")").append(' ');
        text.append(f.protocol == null ? "" : " " + f.protocol);
        text.append(f.cipherSuite == null ? "" : " " + f.cipherSuite).append(' ');
        String provider = KnownProvider.of(f.className);
        text.append(provider == null ? "" : " " + provider).append(' ').append(f.className);
        return PlainText.printable(
                text.append(f.wrapper == null ? "" : " in " + f.wrapper).toString());
    }

    /** Host and port of the peer; null if the host is not known. */
    public static @Nullable String address(SessionFinding f) {
        return f.peerHost == null ? null : f.peerHost + (f.peerPort > 0 ? ":" + f.peerPort : "");
    }
}
