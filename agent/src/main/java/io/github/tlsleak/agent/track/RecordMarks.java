package io.github.tlsleak.agent.track;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Marks of records that engines have wrapped and that no channel has been seen to write yet: mostly
 * there are none or few, for both happen one after the other. A new one takes the place of another
 * with the same index, so that those that go elsewhere cost nothing. Thread-safe, without a lock.
 */
final class RecordMarks {

    private static final int PLACES = 1 << 10;

    private final AtomicReferenceArray<RecordMark> places = new AtomicReferenceArray<>(PLACES);

    void wrapped(RecordMark mark) {
        places.set(place(mark), mark);
    }

    /** Who wrapped what is written now; that is asked once. */
    Session written(RecordMark mark) {
        int i = place(mark);
        RecordMark there = places.get(i);
        boolean same = there != null && there.isLike(mark) && places.compareAndSet(i, there, null);
        return same ? there.session : null;
    }

    private static int place(RecordMark mark) {
        return (int) mark.low & PLACES - 1;
    }
}
