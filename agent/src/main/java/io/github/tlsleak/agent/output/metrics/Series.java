package io.github.tlsleak.agent.output.metrics;

import io.github.tlsleak.agent.collect.Finding;
import io.github.tlsleak.agent.collect.SessionFinding;
import io.github.tlsleak.common.frames.Owner;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The number of findings that have the same verdict, severity, owner, resource and site. Two are
 * equal if these are. Thread-safe; only the number changes.
 */
public final class Series {

    /** The site of findings whose own sites are too many to be told apart. */
    public static final String OTHER = "other";

    public final Verdict verdict;
    public final Severity severity;

    /** Who is to blame. */
    public final Owner owner;

    public final Resource resource;

    /** The site's fingerprint, or {@link #OTHER}. */
    public final String site;

    /** The frame that the first of these findings shows; null if there is none, or it is many. */
    public final @Nullable String frame;

    private final AtomicLong count = new AtomicLong();

    /** The series of a finding, with a number of 0. */
    Series(Finding finding) {
        this(finding, finding.site.fingerprint(), finding.site.headline());
    }

    private Series(Finding finding, String site, @Nullable String frame) {
        this.verdict = finding.verdict;
        this.severity = finding.severity;
        // the class that is rehearsed comes first: no other one is loaded where memory is short
        this.owner =
                finding instanceof SessionFinding
                        ? ((SessionFinding) finding).blamed().owner()
                        : finding.site.owner();
        this.resource = finding.resource;
        this.site = site;
        this.frame = frame;
    }

    /** The same for a finding whose site is not told apart. */
    static Series other(Finding finding) {
        return new Series(finding, OTHER, null);
    }

    /** Whether its findings are those of sites that are not told apart. */
    boolean isOfOthers() {
        return site.equals(OTHER);
    }

    void increment() {
        count.incrementAndGet();
    }

    /** How many findings there were so far. */
    public long count() {
        return count.get();
    }

    @Override
    public boolean equals(Object object) {
        if (!(object instanceof Series)) {
            return false;
        }
        Series other = (Series) object;
        return verdict == other.verdict
                && severity == other.severity
                && owner == other.owner
                && resource == other.resource
                && site.equals(other.site);
    }

    @Override
    public int hashCode() {
        int hash = site.hashCode();
        hash = 31 * hash + verdict.ordinal();
        hash = 31 * hash + severity.ordinal();
        hash = 31 * hash + owner.ordinal();
        return 31 * hash + resource.ordinal();
    }
}
