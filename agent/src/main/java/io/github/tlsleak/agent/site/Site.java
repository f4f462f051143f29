package io.github.tlsleak.agent.site;

import io.github.tlsleak.common.frames.Attribution;
import io.github.tlsleak.common.frames.Owner;
import io.github.tlsleak.common.rules.Baseline;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place in the program that makes sessions: its cleaned allocation stack and what came of it. */
public final class Site {

    /** A site makes objects of one class, or two; not to be filled by generated ones. */
    private static final int MAX_ORIGINS = 16;

    /** So many engines are looked at as they are closed, before any was closed wrongly. */
    private static final int FIRST_CLOSINGS = 16;

    private static final int ALWAYS = Integer.MAX_VALUE;

    private final String fingerprint;
    private final List<String> stack;
    private final @Nullable String frame;
    private final Owner owner;
    private final boolean seen;
    private final boolean accepted;
    private final boolean fresh;

    /** Guarded by this. */
    private final Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);

    private long total;

    /** How many more closings of engines are worth a look; a race may waste one. */
    private volatile int closingsWanted = FIRST_CLOSINGS;

    private volatile Origin[] origins = {};

    Site(
            String fingerprint,
            List<String> stack,
            Attribution.Result attribution,
            boolean seen,
            Baseline baseline) {
        this.fingerprint = fingerprint;
        this.stack = stack;
        this.frame = attribution.responsible();
        this.owner = attribution.owner();
        this.seen = seen;
        this.accepted = baseline.accepts(fingerprint);
        this.fresh = baseline.isGiven() && !accepted;
    }

    /**
     * Its name, stable between runs.
     *
     * @return 16 hex digits
     */
    public String fingerprint() {
        return fingerprint;
    }

    /**
     * The cleaned allocation stack (or see {@link #isFirstUse}), innermost frame first.
     *
     * @return an immutable list, empty where stacks are switched off
     */
    public List<String> stack() {
        return stack;
    }

    /**
     * Whether the stack is that of the first event after the agent came, not that of the
     * allocation, which nobody has seen.
     *
     * @return true for sessions older than the agent
     */
    public boolean isFirstUse() {
        return seen;
    }

    /**
     * The responsible frame: the first that belongs to the application.
     *
     * @return a frame of {@link #stack}, or null
     */
    public @Nullable String frame() {
        return frame;
    }

    /**
     * Whose code it is.
     *
     * @return never null
     */
    public Owner owner() {
        return owner;
    }

    /**
     * Whether it is in the baseline.
     *
     * @return false where there is none
     */
    public boolean isAccepted() {
        return accepted;
    }

    /**
     * Whether there is a baseline that it is not in.
     *
     * @return false where there is none
     */
    public boolean isNew() {
        return fresh;
    }

    /** What sessions of this site, of one kind and class, have in common. */
    public Origin origin(Resource resource, String className) {
        for (Origin origin : origins) {
            if (origin.is(resource, className)) {
                return origin;
            }
        }
        Origin fresh = new Origin(this, resource, className);
        share(fresh);
        return fresh;
    }

    /** Two threads may each add one: no harm is done. */
    private synchronized void share(Origin fresh) {
        if (origins.length < MAX_ORIGINS) {
            Origin[] more = Arrays.copyOf(origins, origins.length + 1);
            more[origins.length] = fresh;
            origins = more;
        }
    }

    /**
     * Whether it is worth knowing where an engine of this site is closed: that costs a stack, and
     * most are closed in order.
     */
    public boolean wantsClosings() {
        int wanted = closingsWanted;
        if (wanted > 0 && wanted != ALWAYS) {
            closingsWanted = wanted - 1;
        }
        return wanted > 0;
    }

    /** One was closed wrongly: further ones may be closed elsewhere. */
    public void wantClosings() {
        closingsWanted = ALWAYS;
    }

    /** Counts one more; returns its running number in the site. */
    public synchronized long count(Verdict verdict) {
        counts.merge(verdict, 1L, Long::sum);
        return ++total;
    }

    /**
     * How often each verdict fell here, suppressed ones and known behaviours aside.
     *
     * @return a copy
     */
    public synchronized Map<Verdict, Long> counts() {
        return new EnumMap<>(counts);
    }
}
