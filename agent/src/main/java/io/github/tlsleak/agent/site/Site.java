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

/**
 * A site: the cleaned stack of the code that makes sessions, and how often each verdict was given
 * on them. Thread-safe.
 */
public final class Site {

    /**
     * How many origins are shared. A site makes objects of few classes, unless it generates them.
     */
    private static final int MAX_ORIGINS = 16;

    /** For how many engines the closing stack is taken, before one was closed wrongly. */
    private static final int FIRST_CLOSINGS = 16;

    /** Sessions over other transports than Netty's on NIO never show handlers. */
    private static final int MAX_PIPELINE_LOOKS = 64;

    private static final int ALWAYS = Integer.MAX_VALUE;

    private final String fingerprint;
    private final List<String> stack;
    private final @Nullable String frame;
    private final @Nullable String headline;
    private final Owner owner;
    private final boolean firstUse;
    private final boolean accepted;
    private final boolean notInBaseline;

    /** Guarded by this. */
    private final Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);

    /** The sum of the counts; guarded by this. */
    private long total;

    /** For how many more engines the closing stack is wanted. A race may lose a count. */
    private volatile int closingsWanted = FIRST_CLOSINGS;

    /** The handlers of the first channel of a session that showed them. */
    private volatile @Nullable String pipeline;

    /** How often the handlers were looked for; the collector's thread only. */
    private int pipelineLooks;

    private volatile Origin[] origins = {};

    Site(
            String fingerprint,
            List<String> stack,
            Attribution.Result attribution,
            boolean firstUse,
            Baseline baseline) {
        this.fingerprint = fingerprint;
        this.stack = stack;
        this.frame = attribution.responsible();
        this.headline = attribution.headline();
        this.owner = attribution.owner();
        this.firstUse = firstUse;
        this.accepted = baseline.accepts(fingerprint);
        this.notInBaseline = baseline.isGiven() && !accepted;
    }

    /**
     * The name of the site. It is the same in each run of the program.
     *
     * @return 16 hex digits
     */
    public String fingerprint() {
        return fingerprint;
    }

    /**
     * The cleaned stack of the allocation, innermost frame first. For sessions older than the
     * agent, see {@link #isFirstUse}.
     *
     * @return an immutable list, empty if stacks are switched off
     */
    public List<String> stack() {
        return stack;
    }

    /**
     * Whether the stack is that of the first event after the agent came. The stack of the
     * allocation is not known then.
     *
     * @return true for sessions older than the agent
     */
    public boolean isFirstUse() {
        return firstUse;
    }

    /**
     * The responsible frame: the first that belongs to the application.
     *
     * @return a frame of {@link #stack}; null if the application has none in it
     */
    public @Nullable String frame() {
        return frame;
    }

    /**
     * The frame that stands for the site: the responsible one, else that of the library or JDK code
     * that called into TLS.
     *
     * @return a frame of {@link #stack}; null if that is empty
     */
    public @Nullable String headline() {
        return headline;
    }

    /** The owner of the code. */
    public Owner owner() {
        return owner;
    }

    /**
     * Whether the site is in the baseline.
     *
     * @return false also if there is no baseline
     */
    public boolean isAccepted() {
        return accepted;
    }

    /**
     * Whether there is a baseline, and the site is not in it.
     *
     * @return false also if there is no baseline
     */
    public boolean isNew() {
        return notInBaseline;
    }

    /** The origin for sessions of this site that have one kind and class. */
    public Origin origin(Resource resource, String className) {
        for (Origin origin : origins) {
            if (origin.matches(resource, className)) {
                return origin;
            }
        }
        Origin added = new Origin(this, resource, className);
        share(added);
        return added;
    }

    /** Two threads may each add an equal origin, which does no harm. */
    private synchronized void share(Origin added) {
        if (origins.length < MAX_ORIGINS) {
            Origin[] more = Arrays.copyOf(origins, origins.length + 1);
            more[origins.length] = added;
            origins = more;
        }
    }

    /**
     * Whether to take the stack where an engine of this site is closed. A stack is expensive, and
     * most engines are closed correctly. So it is taken for the first engines of a site only, and
     * for all after {@link #wantClosings}.
     */
    public boolean wantsClosings() {
        int wanted = closingsWanted;
        if (wanted > 0 && wanted != ALWAYS) {
            closingsWanted = wanted - 1;
        }
        return wanted > 0;
    }

    /** An engine was closed wrongly: the stack is wanted for all further ones. */
    public void wantClosings() {
        closingsWanted = ALWAYS;
    }

    /** Whether to look for the handlers of a channel: not known yet, and not tried in vain. */
    public boolean wantsPipeline() {
        return pipeline == null && pipelineLooks++ < MAX_PIPELINE_LOOKS;
    }

    /** Remembers the handlers of a session's channel, unless some are known; null: nothing. */
    public void pipeline(@Nullable String handlers) {
        if (pipeline == null) {
            pipeline = handlers;
        }
    }

    /** The remembered handlers; null if none are known. */
    public @Nullable String pipeline() {
        return pipeline;
    }

    /** Counts a verdict. Returns the number of verdicts on this site so far. */
    public synchronized long count(Verdict verdict) {
        counts.merge(verdict, 1L, Long::sum);
        return ++total;
    }

    /**
     * How often each verdict was given. Suppressed findings and known behaviours do not count.
     *
     * @return a copy
     */
    public synchronized Map<Verdict, Long> counts() {
        return new EnumMap<>(counts);
    }
}
