package io.github.tlsleak.agent.site;

import io.github.tlsleak.common.frames.Attribution;
import io.github.tlsleak.common.frames.Fingerprint;
import io.github.tlsleak.common.frames.Frames;
import io.github.tlsleak.common.rules.Baseline;
import io.github.tlsleak.common.verdict.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * All stacks and their sites, in tables of limited size. A session holds a shared stack, not one of
 * its own. Thread-safe.
 *
 * <p>The hash of a raw stack leads to the cleaned one, so that each is cleaned only once.
 */
public final class SiteTable {

    /** The most stacks that are told apart. All further ones share one that says so. */
    public static final int MAX_SITES = 10_000;

    /** How many stacks are not the program's: the unknown one and the overflow. */
    private static final int OWN_STACKS = 2;

    private static final int MAX_RAW_HASHES = 4 * MAX_SITES;

    private final ConcurrentHashMap<Long, CallStack> byRawHash = new ConcurrentHashMap<>();

    /** By fingerprint 1, which every frame and line counts for. */
    private final ConcurrentHashMap<String, CallStack> stacks = new ConcurrentHashMap<>();

    private final ConcurrentHashMap<String, Site> byFingerprint = new ConcurrentHashMap<>();
    private final AtomicLong dropped = new AtomicLong();
    private final Attribution attribution;
    private final Baseline baseline;
    private final CallStack unknown;

    /** The stack that all share once the table is full. */
    private final CallStack overflow;

    /**
     * @param attribution knows the owner of each frame
     */
    public SiteTable(Attribution attribution) {
        this(attribution, Baseline.none());
    }

    /**
     * @param attribution knows the owner of each frame
     * @param baseline knows which sites are new
     */
    public SiteTable(Attribution attribution, Baseline baseline) {
        this.attribution = attribution;
        this.baseline = baseline;
        this.unknown = stack(Collections.<String>emptyList(), false);
        this.overflow =
                stack(
                        Collections.singletonList(
                                "(more than " + MAX_SITES + " sites, not told apart)"),
                        false);
        stacks.put(unknown.fingerprint1(), unknown);
        stacks.put(overflow.fingerprint1(), overflow);
        // the classes that name a site must be there before the first one is found
        overflow.site(Resource.SSL_ENGINE);
    }

    /** The stack of sessions whose stack is not captured. */
    public CallStack unknown() {
        return unknown;
    }

    /** The cleaned stack of a raw one by its hash, null if it is new. */
    @Nullable CallStack find(long rawHash) {
        CallStack stack = byRawHash.get(rawHash);
        if (stack == overflow) {
            dropped.incrementAndGet();
        }
        return stack;
    }

    /**
     * The cleaned stack of a raw one. If the table is full, the one that all further ones share.
     *
     * @param rawHash a hash of the raw stack
     * @param raw the stack, innermost frame first
     * @param depth how many frames to keep, after cleaning
     * @param firstUse whether the stack is that of a first event, not of an allocation
     */
    public CallStack add(long rawHash, StackTraceElement[] raw, int depth, boolean firstUse) {
        List<String> cleaned = Frames.clean(raw);
        if (cleaned.size() > depth) {
            cleaned = new ArrayList<>(cleaned.subList(0, depth));
        }
        CallStack stack = interned(stack(cleaned, firstUse));
        if (byRawHash.size() >= MAX_RAW_HASHES) {
            // most of these stacks probably belong to classes that were unloaded
            byRawHash.clear();
        }
        byRawHash.put(rawHash, stack);
        return stack;
    }

    private CallStack interned(CallStack added) {
        CallStack stack = stacks.get(added.fingerprint1());
        if (stack != null) {
            return stack;
        }
        if (stacks.size() >= MAX_SITES + OWN_STACKS) {
            dropped.incrementAndGet();
            return overflow;
        }
        stack = stacks.putIfAbsent(added.fingerprint1(), added);
        return stack == null ? added : stack;
    }

    /** The site of a stack, for objects of one kind. Slow: {@link CallStack#site} keeps it. */
    Site site(CallStack stack, Resource resource) {
        List<String> path = attribution.path(stack.frames());
        String fingerprint = Fingerprint.ofSite(resource.label(), path, stack.isFirstUse());
        Site site = byFingerprint.get(fingerprint);
        if (site == null) {
            Site added = new Site(fingerprint, resource, stack, baseline);
            site = byFingerprint.putIfAbsent(fingerprint, added);
            site = site == null ? added : site;
        }
        site.has(stack);
        return site;
    }

    /**
     * All sites so far.
     *
     * @return a view that changes with the table
     */
    public Collection<Site> all() {
        return Collections.unmodifiableCollection(byFingerprint.values());
    }

    /** The accepted sites. */
    public Baseline baseline() {
        return baseline;
    }

    /**
     * How many sessions got the shared stack, because the table was full.
     *
     * @return 0 or more
     */
    public long dropped() {
        return dropped.get();
    }

    /**
     * All stacks so far.
     *
     * @return a view that changes with the table
     */
    public Collection<CallStack> stacks() {
        return Collections.unmodifiableCollection(stacks.values());
    }

    private CallStack stack(List<String> cleaned, boolean firstUse) {
        List<String> frames = Collections.unmodifiableList(cleaned);
        return new CallStack(this, frames, attribution.of(frames), firstUse);
    }
}
