package io.github.tlsleak.track;

import java.util.function.Consumer;

/**
 * Records by the identity of the object they follow: a hash table in many parts, each growing and
 * shrinking on its own, that costs a session four to eight bytes. Thread-safe; a look-up that finds
 * something takes no lock, and none calls a method of the object.
 */
final class IdentityTable {

    private static final int BITS = 8;

    private final Segment[] segments = new Segment[1 << BITS];

    IdentityTable() {
        for (int i = 0; i < segments.length; i++) {
            segments[i] = new Segment(BITS);
        }
    }

    void add(Tracked record) {
        segment(record.hash).add(record);
    }

    /**
     * Adds the record of an object that two threads may meet at once; false if there is one.
     *
     * @param object what the record follows
     */
    boolean addIfUnknown(Tracked record, Object object) {
        return segment(record.hash).addIfUnknown(record, object);
    }

    void remove(Tracked record) {
        segment(record.hash).remove(record);
    }

    int size() {
        int sum = 0;
        for (Segment segment : segments) {
            sum += segment.size();
        }
        return sum;
    }

    /** Does something with each record; no lock is held meanwhile. */
    void each(Consumer<? super Tracked> action) {
        for (Segment segment : segments) {
            for (Tracked record : segment.all()) {
                action.accept(record);
            }
        }
    }

    /** The record of a reachable object, or null. */
    Tracked find(Object object) {
        int hash = System.identityHashCode(object);
        Segment segment = segment(hash);
        Tracked record = segment.glimpse(object, hash);
        return record != null ? record : segment.find(object, hash);
    }

    /**
     * The record of an object that is being finalized: its weak reference is already clear, so that
     * identity hash and class must do.
     */
    Session findDying(Object object) {
        int hash = System.identityHashCode(object);
        return segment(hash).findDying(object.getClass().getName(), hash);
    }

    private Segment segment(int hash) {
        return segments[hash & segments.length - 1];
    }
}
