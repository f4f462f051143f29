package io.github.tlsleak.agent.track;

import io.github.tlsleak.agent.judge.FinalizerStacks;
import io.github.tlsleak.agent.site.CallStack;
import io.github.tlsleak.common.frames.Owner;
import io.github.tlsleak.common.verdict.Detail;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** What is known of the end of a session beside its verdict. Immutable. */
public final class CloseDetails {

    /** Where it was closed, for verdicts that blame who closes, or where it hangs; else null. */
    public final @Nullable CallStack at;

    /** What is special about the close. */
    public final @Nullable Detail detail;

    private final CallStack made;
    private final boolean blames;

    public CloseDetails(Session root, Verdict verdict) {
        SessionRelations relations = root.relations();
        CallStack closed = relations == null ? null : relations.closedAt;
        made = root.origin.stack;
        detail = detail(root, verdict);
        blames = blames(verdict);
        boolean needsSite = blames || needsSite(detail);
        at = closed == null || closed.frames().isEmpty() || !needsSite ? null : closed;
    }

    private static boolean blames(Verdict verdict) {
        return verdict == Verdict.UNDERCUT
                || verdict == Verdict.HALF_CLOSED
                || verdict == Verdict.UNSENT;
    }

    private static boolean needsSite(@Nullable Detail detail) {
        return detail == Detail.FINALIZER_HANGS || detail == Detail.FOREIGN_FINALIZER;
    }

    private static @Nullable Detail detail(Session root, Verdict verdict) {
        if (verdict == Verdict.LOST && root.isNoted(SessionFlags.HANGS)) {
            return Detail.FINALIZER_HANGS;
        }
        if (verdict == Verdict.RESCUED && root.isNoted(SessionFlags.FOREIGN)) {
            return Detail.FOREIGN_FINALIZER;
        }
        if (root.origin.resource == Resource.SSL_ENGINE) {
            return Transports.leftOpen(root) ? channelOpen(verdict) : null;
        }
        boolean lingers = root.isNoted(SessionFlags.LINGERS) && verdict == Verdict.UNSENT;
        return lingers ? Detail.LINGER : null;
    }

    private static @Nullable Detail channelOpen(Verdict verdict) {
        switch (verdict) {
            case LOST:
                return Detail.CHANNEL_OPEN;
            case FAILED:
            case ABANDONED:
                return Detail.FAILED_CHANNEL_OPEN;
            default:
                return null;
        }
    }

    /** The class of another object whose finalizer or cleaner closed the session, if known. */
    public @Nullable String closer() {
        return detail == Detail.FOREIGN_FINALIZER && at != null
                ? FinalizerStacks.closer(at.frames())
                : null;
    }

    /** The stack whose code is to blame. */
    public CallStack blamed() {
        return at == null || !blames ? made : at;
    }

    /** Whose code that is. */
    public Owner owner() {
        return blamed().owner();
    }
}
