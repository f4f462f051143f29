package io.github.tlsleak.track;

/**
 * A part of the table: buckets of records chained through the records themselves.
 *
 * <p>Changes hold the lock, for some assignments or, now and then, for moving the records of this
 * part into another array; nothing is called meanwhile. {@link #glimpse} takes no lock: what it
 * finds is right, for a record proves itself; that it finds nothing proves nothing.
 */
final class Segment {

    private static final int SMALLEST = 4;

    /** A chain that is being moved may look longer than it is. */
    private static final int GLIMPSED = 32;

    private final int shift;
    private Tracked[] buckets = new Tracked[SMALLEST];
    private int size;

    /**
     * @param shift bits of the hash that all records here share
     */
    Segment(int shift) {
        this.shift = shift;
    }

    /** The record of a reachable object, or null if it is not there or not to be seen just now. */
    Tracked glimpse(Object object, int hash) {
        Tracked[] all = buckets;
        Tracked record = all[hash >>> shift & all.length - 1];
        for (int i = 0; record != null && i < GLIMPSED; i++) {
            // the hash first: to look at a weak reference can keep its object alive for a while
            if (record.hash == hash && record.follows(object)) {
                return record;
            }
            record = record.next;
        }
        return null;
    }

    /** The record of a reachable object, or null. */
    synchronized Tracked find(Object object, int hash) {
        for (Tracked r = buckets[index(hash)]; r != null; r = r.next) {
            if (r.hash == hash && r.follows(object)) {
                return r;
            }
        }
        return null;
    }

    /** The record of an object of a class whose weak reference is clear, or null. */
    synchronized Session findDying(String className, int hash) {
        for (Tracked r = buckets[index(hash)]; r != null; r = r.next) {
            if (r.hash == hash && r.isUnreachable() && r instanceof Session) {
                Session session = (Session) r;
                if (session.origin.className.equals(className)) {
                    return session;
                }
            }
        }
        return null;
    }

    synchronized void add(Tracked record) {
        if (size >= buckets.length) {
            resize(buckets.length << 1);
        }
        int i = index(record.hash);
        record.next = buckets[i];
        buckets[i] = record;
        size++;
    }

    /** Adds the record of an object that has none yet; false if it has. */
    synchronized boolean addIfUnknown(Tracked record, Object object) {
        if (find(object, record.hash) != null) {
            return false;
        }
        add(record);
        return true;
    }

    synchronized void remove(Tracked record) {
        int i = index(record.hash);
        Tracked before = null;
        for (Tracked r = buckets[i]; r != null; r = r.next) {
            if (r == record) {
                if (before == null) {
                    buckets[i] = r.next;
                } else {
                    before.next = r.next;
                }
                size--;
                if (size < buckets.length >> 2 && buckets.length > SMALLEST) {
                    resize(buckets.length >> 1);
                }
                return;
            }
            before = r;
        }
    }

    /** All records, as they are now. */
    synchronized Tracked[] all() {
        Tracked[] all = new Tracked[size];
        int n = 0;
        for (Tracked first : buckets) {
            for (Tracked r = first; r != null; r = r.next) {
                all[n++] = r;
            }
        }
        return all;
    }

    /** Records; may be a little old. */
    int size() {
        return size;
    }

    /** Allocates first and calls nothing after: no error can leave it half done. */
    private void resize(int length) {
        Tracked[] moved = new Tracked[length];
        for (Tracked first : buckets) {
            Tracked r = first;
            while (r != null) {
                Tracked next = r.next;
                int i = r.hash >>> shift & length - 1;
                r.next = moved[i];
                moved[i] = r;
                r = next;
            }
        }
        buckets = moved;
    }

    private int index(int hash) {
        return hash >>> shift & buckets.length - 1;
    }
}
