package io.github.tlsleak.agent.track;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What tells a TLS record from all others: of a ClientHello or ServerHello its random (RFC 8446
 * 4.1.2, 4.1.3), of a record of data its first encrypted bytes. Immutable.
 */
final class RecordMark {

    /** Of a record's header, RFC 8446 5.1. */
    private static final int HEADER = 5;

    private static final int MAJOR_VERSION = 3;
    private static final int HANDSHAKE = 22;
    private static final int DATA = 23;

    /** Two numbers. */
    private static final int LENGTH = 2 * Long.BYTES;

    private static final int CLIENT_HELLO = 1;
    private static final int SERVER_HELLO = 2;

    /** Record header, handshake header 4, version 2. */
    private static final int RANDOM = HEADER + 6;

    private static final int RANDOM_LENGTH = 32;

    /** A HelloRetryRequest has the same random each time, RFC 8446 4.1.3: this is its beginning. */
    private static final long RETRY = 0xCF21AD74E59A6111L;

    final long high;
    final long low;

    /** Who wrapped it; null if that is asked for. */
    final @Nullable Session session;

    private RecordMark(long high, long low, @Nullable Session session) {
        this.high = high;
        this.low = low;
        this.session = session;
    }

    /**
     * Reads one, without moving the buffer.
     *
     * @param buffer the program's
     * @param at index of the record's first byte
     * @param session who wrapped it, or null
     * @param data whether a record of data is one, too
     * @return null if there is none
     * @throws RuntimeException if the buffer is of a closed arena, or is changed meanwhile
     */
    static @Nullable RecordMark of(
            ByteBuffer buffer, int at, @Nullable Session session, boolean data) {
        int length = at < 0 ? 0 : buffer.limit() - at;
        if (length < HEADER + LENGTH || buffer.get(at + 1) != MAJOR_VERSION) {
            return null;
        }
        int type = buffer.get(at);
        if (type == DATA && data) {
            return new RecordMark(
                    number(buffer, at + HEADER), number(buffer, at + HEADER + 8), session);
        }
        return type == HANDSHAKE && length >= RANDOM + RANDOM_LENGTH
                ? ofHello(buffer, at, session)
                : null;
    }

    private static @Nullable RecordMark ofHello(
            ByteBuffer buffer, int at, @Nullable Session session) {
        int message = buffer.get(at + HEADER);
        if ((message != CLIENT_HELLO && message != SERVER_HELLO)
                || number(buffer, at + RANDOM) == RETRY) {
            return null;
        }
        // the first four bytes may be a time, the last eight say that a version was passed over
        return new RecordMark(
                number(buffer, at + RANDOM + 4), number(buffer, at + RANDOM + 12), session);
    }

    /** Whatever order the buffer is set to. */
    private static long number(ByteBuffer buffer, int at) {
        long number = 0;
        for (int i = at; i < at + Long.BYTES; i++) {
            number = number << Byte.SIZE | buffer.get(i) & 0xFF;
        }
        return number;
    }

    boolean isLike(RecordMark other) {
        return high == other.high && low == other.low;
    }

    /**
     * Marks of records that engines have wrapped and that no channel has been seen to write yet:
     * mostly there are none or few, for both happen one after the other. A new one takes the place
     * of another with the same index, so that those that go elsewhere cost nothing. Thread-safe,
     * without a lock.
     */
    static final class Unwritten {

        private static final int PLACES = 1 << 10;

        private final AtomicReferenceArray<RecordMark> places = new AtomicReferenceArray<>(PLACES);

        void wrapped(RecordMark mark) {
            places.set(place(mark), mark);
        }

        /** Who wrapped what is written now; that is asked once. */
        @Nullable Session written(RecordMark mark) {
            int i = place(mark);
            RecordMark there = places.get(i);
            boolean same =
                    there != null && there.isLike(mark) && places.compareAndSet(i, there, null);
            return same ? there.session : null;
        }

        private static int place(RecordMark mark) {
            return (int) mark.low & PLACES - 1;
        }
    }
}
