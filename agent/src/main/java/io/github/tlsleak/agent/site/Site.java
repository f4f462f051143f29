package io.github.tlsleak.agent.site;

import io.github.tlsleak.common.frames.Owner;
import io.github.tlsleak.common.rules.Baseline;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A site: what one piece of code makes or closes, whatever calls lie between it and TLS, and how
 * often each verdict was given on that. Thread-safe.
 */
public final class Site {

    /** For how many engines the closing stack is taken, before one was closed wrongly. */
    private static final int FIRST_CLOSINGS = 16;

    /** Sessions over other transports than Netty's on NIO never show handlers. */
    private static final int MAX_PIPELINE_LOOKS = 64;

    /** How many frames with findings are kept: lines of one method, as a rule. */
    private static final int MAX_LINES = 16;

    private static final int ALWAYS = Integer.MAX_VALUE;

    private final String fingerprint;
    private final Resource resource;
    private final CallStack first;
    private final Baseline baseline;

    /** The names under which the baseline has it. */
    private final Set<String> acceptedAs = ConcurrentHashMap.newKeySet();

    /** Headline frames of the stacks with findings; guarded by this. */
    private final List<String> lines = new ArrayList<>();

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

    Site(String fingerprint, Resource resource, CallStack first, Baseline baseline) {
        this.fingerprint = fingerprint;
        this.resource = resource;
        this.first = first;
        this.baseline = baseline;
        if (baseline.accepts(fingerprint)) {
            acceptedAs.add(fingerprint);
        }
        has(first);
    }

    /** One more stack is of this site: the baseline may know it by its old name. */
    void has(CallStack stack) {
        if (baseline.accepts(stack.fingerprint1())) {
            acceptedAs.add(stack.fingerprint1());
        }
    }

    /**
     * The name of the site. It is the same in each run of the program.
     *
     * @return 16 hex digits
     */
    public String fingerprint() {
        return fingerprint;
    }

    /** The kind of objects. */
    public Resource resource() {
        return resource;
    }

    /** The first stack of the site that was seen; it stands for the others. */
    public CallStack first() {
        return first;
    }

    /**
     * The frames of the {@link #first} stack.
     *
     * @return an immutable list, empty if stacks are switched off
     */
    public List<String> stack() {
        return first.frames();
    }

    /** As {@link CallStack#isFirstUse}: the same for all stacks of the site. */
    public boolean isFirstUse() {
        return first.isFirstUse();
    }

    /** As {@link CallStack#frame}, of the {@link #first} stack. */
    public @Nullable String frame() {
        return first.frame();
    }

    /** As {@link CallStack#headline}, of the {@link #first} stack. */
    public @Nullable String headline() {
        return first.headline();
    }

    /** The owner of the code. */
    public Owner owner() {
        return first.owner();
    }

    /** A finding is on a stack of this site, or blames it: keeps its headline frame. */
    public synchronized void foundAt(CallStack stack) {
        String line = stack.headline();
        if (line != null && lines.size() < MAX_LINES && !lines.contains(line)) {
            lines.add(line);
        }
    }

    /** Whether earlier findings of this site are on other lines, and none on that of a stack. */
    public synchronized boolean isAnotherLine(CallStack stack) {
        String line = stack.headline();
        int known = lines.size();
        return line != null && known > 0 && known < MAX_LINES && !lines.contains(line);
    }

    /**
     * The headline frames of the stacks with findings, the first one first: the lines of the method
     * that are to blame.
     *
     * @return a copy; 16 at most
     */
    public synchronized List<String> lines() {
        return new ArrayList<>(lines);
    }

    /**
     * Whether the site is in the baseline.
     *
     * @return false also if there is no baseline
     */
    public boolean isAccepted() {
        return !acceptedAs.isEmpty();
    }

    /**
     * Whether there is a baseline, and the site is not in it.
     *
     * @return false also if there is no baseline
     */
    public boolean isNew() {
        return baseline.isGiven() && !isAccepted();
    }

    /**
     * The names under which the baseline has the site: its own, or old ones of its stacks.
     *
     * @return a view that may grow
     */
    public Set<String> acceptedAs() {
        return Collections.unmodifiableSet(acceptedAs);
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
