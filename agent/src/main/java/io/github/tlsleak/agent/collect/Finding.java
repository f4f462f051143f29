package io.github.tlsleak.agent.collect;

import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.agent.track.Grader;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One verdict and all that is known of its subject. It is a {@link SessionFinding} or a {@link
 * GroupFinding}; there is no other kind. Immutable.
 */
public abstract class Finding {

    /** When the verdict was given, milliseconds since the epoch. */
    public final long time;

    /** The verdict. */
    public final Verdict verdict;

    /** The severity, after known behaviours and the option {@code strict}. */
    public final Severity severity;

    /** The kind of object that the verdict is on. */
    public final Resource resource;

    /** The site where that object was made. */
    public final Site site;

    /** The suppression rule that matched. */
    public final @Nullable String suppressedBy;

    Finding(Verdict verdict, Grader.Grade grade, Resource resource, Site site, long time) {
        this.verdict = verdict;
        this.severity = grade.severity;
        this.suppressedBy = grade.suppressedBy;
        this.resource = resource;
        this.site = site;
        this.time = time;
    }
}
