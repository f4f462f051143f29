package io.github.tlsleak.agent.track.pairing;

import io.github.tlsleak.agent.track.Session;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of a TLS record that no other record has. For a ClientHello or ServerHello these are its
 * random (RFC 8446, 4.1.2 and 4.1.3), for a record of data its first encrypted bytes. Immutable.
 */
final class RecordMark {

    /** The length of a record's header (RFC 8446, 5.1). */
    private static final int HEADER = 5;

    private static final int MAJOR_VERSION = 3;
    private static final int HANDSHAKE = 22;
    private static final int DATA = 23;

    /** The length of a mark: two numbers. */
    private static final int LENGTH = 2 * Long.BYTES;

    private static final int CLIENT_HELLO = 1;
    private static final int SERVER_HELLO = 2;

    /**
     * Where the random begins: after the record header, 4 bytes of handshake header, 2 of version.
     */
    private static final int RANDOM = HEADER + 6;

    private static final int RANDOM_LENGTH = 32;

    /** The beginning of the random of a HelloRetryRequest, always the same (RFC 8446, 4.1.3). */
    private static final long RETRY = 0xCF21AD74E59A6111L;

    final long high;
    final long low;

    /** The engine's session that wrapped the record; null in a mark that is used for a search. */
    final @Nullable Session session;

    private RecordMark(long high, long low, @Nullable Session session) {
        this.high = high;
        this.low = low;
        this.session = session;
    }

    /**
     * Reads the mark of a record. The buffer's position does not change.
     *
     * @param buffer a buffer of the program
     * @param at index of the record's first byte
     * @param session the session that wrapped the record
     * @param data whether a record of data is read, too
     * @return null if there is no such record
     * @throws RuntimeException if the buffer's arena is closed, or another thread changes the
     *     buffer
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
        // not random: the first four bytes may be a time, the last eight may say that TLS 1.3 was
        // not used (RFC 8446, 4.1.3)
        return new RecordMark(
                number(buffer, at + RANDOM + 4), number(buffer, at + RANDOM + 12), session);
    }

    /** Reads eight bytes, independent of the buffer's byte order. */
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
     * Marks of records that engines have wrapped and no channel has written yet. There are few,
     * because a program usually writes a record soon. A new mark replaces an older one in the same
     * slot, so records that are never written to a channel do not fill the table. Thread-safe,
     * without a lock.
     */
    static final class Unwritten {

        private static final int SLOTS = 1 << 10;

        private final AtomicReferenceArray<RecordMark> slots = new AtomicReferenceArray<>(SLOTS);

        void wrapped(RecordMark mark) {
            slots.set(slot(mark), mark);
        }

        /** The session that wrapped the record with this mark. Removes the mark. */
        @Nullable Session written(RecordMark mark) {
            int i = slot(mark);
            RecordMark there = slots.get(i);
            boolean same =
                    there != null && there.isLike(mark) && slots.compareAndSet(i, there, null);
            return same ? there.session : null;
        }

        private static int slot(RecordMark mark) {
            return (int) mark.low & SLOTS - 1;
        }
    }
}
