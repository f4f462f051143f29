package io.github.tlsleak.cli.heap.agent;

import io.github.tlsleak.cli.report.model.TopCounts;

/** What is known of the sessions of one site in a group. Used by one thread. */
public final class SiteSum {

    private static final int MAX_VERDICTS = 16;
    private static final int MAX_THREADS = 16;

    /** One of the stacks of the site, the first that was met. */
    public final KnownSite site;

    /** What had become of the sessions. */
    public final TopCounts verdicts = new TopCounts(MAX_VERDICTS);

    /** Who made them; sessions older than the agent have no thread. */
    public final TopCounts threads = new TopCounts(MAX_THREADS);

    private long sessions;
    private long oldest;
    private long youngest = Long.MAX_VALUE;
    private boolean adopted;

    SiteSum(KnownSite site) {
        this.site = site;
    }

    void add(KnownSession session) {
        sessions++;
        oldest = Math.max(oldest, session.ageMillis());
        youngest = Math.min(youngest, session.ageMillis());
        adopted |= session.isAdopted();
        verdicts.add(session.verdict());
        String thread = session.thread();
        if (thread != null) {
            threads.add(thread);
        }
    }

    /** How many sessions there are, 1 or more. */
    public long sessions() {
        return sessions;
    }

    /** Age of the oldest, in milliseconds. */
    public long oldestMillis() {
        return oldest;
    }

    /** Age of the youngest, in milliseconds. */
    public long youngestMillis() {
        return youngest;
    }

    /** Whether some are older than the agent, so that their ages are at least those. */
    public boolean isAtLeast() {
        return adopted;
    }
}
