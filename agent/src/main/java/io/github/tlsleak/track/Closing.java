package io.github.tlsleak.track;

import io.github.tlsleak.verdict.Detail;
import io.github.tlsleak.verdict.Owner;
import io.github.tlsleak.verdict.Resource;
import io.github.tlsleak.verdict.Verdict;

/** What is known of the end of a session beside its verdict. Immutable. */
final class Closing {

    /** Where it was closed, for verdicts that blame who closes; else null. */
    final Site at;

    /** What is special about it, or null. */
    final Detail detail;

    private final Site made;

    Closing(Session root, Verdict verdict) {
        Ties ties = root.ties();
        Site closed = ties == null ? null : ties.closedAt;
        made = root.origin.site;
        at = closed == null || closed.stack().isEmpty() || !blames(verdict) ? null : closed;
        detail = detail(root, verdict);
    }

    private static boolean blames(Verdict verdict) {
        return verdict == Verdict.UNDERCUT
                || verdict == Verdict.HALF_CLOSED
                || verdict == Verdict.UNSENT;
    }

    private static Detail detail(Session root, Verdict verdict) {
        if (root.origin.resource == Resource.SSL_ENGINE) {
            return Transports.leftOpen(root) ? channelOpen(verdict) : null;
        }
        boolean lingers = root.isNoted(Noted.LINGERS) && verdict == Verdict.UNSENT;
        return lingers ? Detail.LINGER : null;
    }

    private static Detail channelOpen(Verdict verdict) {
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

    /** The site whose code is to blame. */
    Site blamed() {
        return at == null ? made : at;
    }

    /** Whose code that is. */
    Owner owner() {
        return blamed().owner();
    }
}
