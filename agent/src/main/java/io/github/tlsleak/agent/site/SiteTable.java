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
 * All sites, bounded: a session holds a site, not a stack. Thread-safe.
 *
 * <p>Raw stacks lead to sites by their hash, so that cleaning is done once a stack.
 */
public final class SiteTable {

    /** How many sites are told apart; further ones share one that says so. */
    public static final int MAX_SITES = 10_000;

    private static final String SEEN = "(first seen)";

    /** The unknown one, and the one for all beyond the bound. */
    private static final int OWN_SITES = 2;

    private static final int MAX_RAW = 4 * MAX_SITES;

    private final ConcurrentHashMap<Long, Site> byRawHash = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Site> byFingerprint = new ConcurrentHashMap<>();
    private final AtomicLong dropped = new AtomicLong();
    private final Attribution attribution;
    private final Baseline baseline;
    private final Site unknown;
    private final Site overflow;

    /**
     * @param attribution tells whose frame is whose
     */
    public SiteTable(Attribution attribution) {
        this(attribution, Baseline.none());
    }

    /**
     * @param attribution tells whose frame is whose
     * @param baseline tells which sites are new
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

    @Nullable Site find(long rawHash) {
        Site site = byRawHash.get(rawHash);
        if (site == overflow) {
            dropped.incrementAndGet();
        }
        return site;
    }

    public Site add(long rawHash, StackTraceElement[] raw, int depth, boolean seen) {
        List<String> cleaned = Frames.clean(raw);
        if (cleaned.size() > depth) {
            cleaned = new ArrayList<>(cleaned.subList(0, depth));
        }
        Site added = site(cleaned, seen);
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
        if (byRawHash.size() >= MAX_RAW) {
            // stacks of classes that are long gone, most likely
            byRawHash.clear();
        }
        byRawHash.put(rawHash, site);
        return site;
    }

    /**
     * All sites seen.
     *
     * @return a live view
     */
    public Collection<Site> all() {
        return Collections.unmodifiableCollection(byFingerprint.values());
    }

    /**
     * The sites that are accepted.
     *
     * @return never null
     */
    public Baseline baseline() {
        return baseline;
    }

    /**
     * Sessions whose site was not told apart, because the table was full.
     *
     * @return 0 or more
     */
    public long dropped() {
        return dropped.get();
    }

    private Site site(List<String> cleaned, boolean seen) {
        List<String> frames = Collections.unmodifiableList(cleaned);
        List<String> told = frames;
        if (seen) {
            // a stack that allocates and one that merely uses are never one site
            told = new ArrayList<>(frames);
            told.add(0, SEEN);
        }
        String fingerprint = Fingerprint.hex(Fingerprint.of(told));
        return new Site(fingerprint, frames, attribution.of(frames), seen, baseline);
    }
}
