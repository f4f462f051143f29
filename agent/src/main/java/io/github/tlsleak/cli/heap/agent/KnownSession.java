package io.github.tlsleak.cli.heap.agent;

import org.jspecify.annotations.Nullable;

/** What the agent in the dumped JVM knew of a session. Immutable. */
public final class KnownSession {

    private final KnownSite site;
    private final @Nullable String thread;
    private final boolean adopted;
    private final long ageMillis;
    private final String verdict;

    KnownSession(
            KnownSite site,
            @Nullable String thread,
            boolean adopted,
            long ageMillis,
            String verdict) {
        this.site = site;
        this.thread = thread;
        this.adopted = adopted;
        this.ageMillis = ageMillis;
        this.verdict = verdict;
    }

    /** Where it was made. */
    public KnownSite site() {
        return site;
    }

    /** Name of the thread that made it; null if it is older than the agent. */
    public @Nullable String thread() {
        return thread;
    }

    /** Whether it is older than the agent, so that its age is at least {@link #ageMillis}. */
    public boolean isAdopted() {
        return adopted;
    }

    /**
     * Its age in milliseconds when the agent last looked, which it does twice a second. The agent's
     * clock cannot be set; it is not compared with the time of the dump.
     */
    public long ageMillis() {
        return ageMillis;
    }

    /**
     * What had become of it: {@code STUCK}, {@code OPEN}, {@code PEER_CLOSED} and so on if it had
     * been reported; else {@code open}, {@code over}, {@code not used yet}, or {@code unknown}.
     */
    public String verdict() {
        return verdict;
    }
}
