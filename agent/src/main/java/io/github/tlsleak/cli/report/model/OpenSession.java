package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
import io.github.tlsleak.cli.report.read.ReportTimes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A session that was reported open. Lines have no number of a session, so two sessions are equal if
 * JVM, site, peer, thread and time of creation are equal. Immutable.
 */
public final class OpenSession {

    public final ReportedSite site;
    public final ReportedJvm jvm;
    public final @Nullable String peer;
    public final @Nullable String thread;

    /** The handlers of its channel, if they are known. */
    public final @Nullable String pipeline;

    /** Time of creation in milliseconds since 1970, or {@link ReportTimes#UNKNOWN}. */
    public final long created;

    /** Age when it was reported, in milliseconds; 0 if not known. */
    public final long age;

    OpenSession(ReportLine line, ReportedSite site, ReportedJvm jvm) {
        this.site = site;
        this.jvm = jvm;
        this.peer = SiteFindings.peer(line);
        this.thread = line.text(Field.THREAD);
        this.pipeline = line.text(Field.PIPELINE);
        this.created = line.time(line.has(Field.SEEN) ? Field.SEEN : Field.CREATED);
        this.age = line.number(Field.AGE, 0);
    }

    @Override
    public boolean equals(Object o) {
        if (!(o instanceof OpenSession)) {
            return false;
        }
        OpenSession other = (OpenSession) o;
        return created == other.created
                && site.fingerprint().equals(other.site.fingerprint())
                && jvm.index() == other.jvm.index()
                && Objects.equals(peer, other.peer)
                && Objects.equals(thread, other.thread);
    }

    @Override
    public int hashCode() {
        return Objects.hash(created, site.fingerprint(), jvm.index(), peer, thread);
    }
}
