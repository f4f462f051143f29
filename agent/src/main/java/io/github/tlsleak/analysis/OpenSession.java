package io.github.tlsleak.analysis;

import java.util.Objects;

/**
 * A session told as open. Lines carry no session number: JVM, site, peer, thread and the time of
 * making tell sessions apart, and make two of them equal. Immutable.
 */
final class OpenSession {

    final Place place;
    final Jvm jvm;
    final String peer;
    final String thread;

    /** In milliseconds since 1970, or {@link Times#UNKNOWN}. */
    final long created;

    /** When told, in milliseconds; 0 if not known. */
    final long age;

    OpenSession(ReportLine line, Place place, Jvm jvm) {
        this.place = place;
        this.jvm = jvm;
        this.peer = Peers.of(line);
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
