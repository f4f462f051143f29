package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
import io.github.tlsleak.cli.report.read.ReportTimes;
import java.util.Objects;

/**
 * A session told as open. Lines carry no session number: JVM, site, peer, thread and the time of
 * making tell sessions apart, and make two of them equal. Immutable.
 */
public final class OpenSession {

    public final ReportedSite place;
    public final ReportedJvm jvm;
    public final String peer;
    public final String thread;

    /** In milliseconds since 1970, or {@link ReportTimes#UNKNOWN}. */
    public final long created;

    /** When told, in milliseconds; 0 if not known. */
    public final long age;

    OpenSession(ReportLine line, ReportedSite place, ReportedJvm jvm) {
        this.place = place;
        this.jvm = jvm;
        this.peer = SiteFindings.peer(line);
        this.thread = line.text(Field.THREAD);
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
                && place.fingerprint().equals(other.place.fingerprint())
                && jvm.index() == other.jvm.index()
                && Objects.equals(peer, other.peer)
                && Objects.equals(thread, other.thread);
    }

    @Override
    public int hashCode() {
        return Objects.hash(created, place.fingerprint(), jvm.index(), peer, thread);
    }
}
