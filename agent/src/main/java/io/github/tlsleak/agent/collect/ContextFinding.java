package io.github.tlsleak.agent.collect;

import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.agent.track.Grader;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Verdict;

/** One verdict on the contexts of a site. Immutable. */
public final class ContextFinding extends Finding {

    /** How many contexts were made. */
    public final long contexts;

    /** How many sessions they had; -1 where that is not known. */
    public final long sessions;

    /** How many of them are not collected. */
    public final long live;

    /**
     * @param time the moment of it by the wall clock
     */
    public ContextFinding(
            Verdict verdict,
            Grader.Grade grade,
            Site site,
            long contexts,
            long sessions,
            long live,
            long time) {
        super(verdict, grade, Resource.SSL_CONTEXT, site, time);
        this.contexts = contexts;
        this.sessions = sessions;
        this.live = live;
    }
}
