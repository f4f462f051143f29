package io.github.tlsleak.agent.site;

import io.github.tlsleak.common.frames.Attribution;
import io.github.tlsleak.common.frames.Fingerprint;
import io.github.tlsleak.common.frames.Frames;
import io.github.tlsleak.common.rules.Baseline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * All sites, in a table of limited size. A session holds a site, not a stack of its own.
 * Thread-safe.
 *
 * <p>The hash of a raw stack leads to its site, so that each stack is cleaned only once.
 */
public final class SiteTable {

    /** The most sites that are told apart. All further ones share one site that says so. */
    public static final int MAX_SITES = 10_000;

    /** Part of fingerprints, so it must not change. */
    private static final String FIRST_USE = "(first seen)";

    /** How many sites are not the program's: the unknown site and the overflow. */
    private static final int OWN_SITES = 2;

    private static final int MAX_RAW_HASHES = 4 * MAX_SITES;

    private final ConcurrentHashMap<Long, Site> byRawHash = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Site> byFingerprint = new ConcurrentHashMap<>();
    private final AtomicLong dropped = new AtomicLong();
    private final Attribution attribution;
    private final Baseline baseline;
    private final Site unknown;

    /** The site that all share once the table is full. */
    private final Site overflow;

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
        this.unknown = site(Collections.<String>emptyList(), false);
        this.overflow =
                site(
                        Collections.singletonList(
                                "(more than " + MAX_SITES + " sites, not told apart)"),
                        false);
        byFingerprint.put(unknown.fingerprint(), unknown);
        byFingerprint.put(overflow.fingerprint(), overflow);
    }

    /** The site of sessions whose stack is not captured. */
    public Site unknown() {
        return unknown;
    }

    /** The site of a raw stack by its hash, null if the stack is new. */
    @Nullable Site find(long rawHash) {
        Site site = byRawHash.get(rawHash);
        if (site == overflow) {
            dropped.incrementAndGet();
        }
        return site;
    }

    /**
     * The site of a raw stack. If the table is full, the one that all further sites share.
     *
     * @param rawHash a hash of the raw stack
     * @param raw the stack, innermost frame first
     * @param depth how many frames to keep, after cleaning
     * @param firstUse whether the stack is that of a first event, not of an allocation
     */
    public Site add(long rawHash, StackTraceElement[] raw, int depth, boolean firstUse) {
        List<String> cleaned = Frames.clean(raw);
        if (cleaned.size() > depth) {
            cleaned = new ArrayList<>(cleaned.subList(0, depth));
        }
        Site added = site(cleaned, firstUse);
        Site site = byFingerprint.get(added.fingerprint());
        if (site == null) {
            if (byFingerprint.size() >= MAX_SITES + OWN_SITES) {
                dropped.incrementAndGet();
                site = overflow;
            } else {
                site = byFingerprint.putIfAbsent(added.fingerprint(), added);
                site = site == null ? added : site;
            }
        }
        if (byRawHash.size() >= MAX_RAW_HASHES) {
            // most of these stacks probably belong to classes that were unloaded
            byRawHash.clear();
        }
        byRawHash.put(rawHash, site);
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
     * How many sessions got the shared site, because the table was full.
     *
     * @return 0 or more
     */
    public long dropped() {
        return dropped.get();
    }

    private Site site(List<String> cleaned, boolean firstUse) {
        List<String> frames = Collections.unmodifiableList(cleaned);
        List<String> fingerprinted = frames;
        if (firstUse) {
            // an allocation and a first use are two sites, even if their stacks are equal
            fingerprinted = new ArrayList<>(frames);
            fingerprinted.add(0, FIRST_USE);
        }
        String fingerprint = Fingerprint.hex(Fingerprint.of(fingerprinted));
        return new Site(fingerprint, frames, attribution.of(frames), firstUse, baseline);
    }
}
