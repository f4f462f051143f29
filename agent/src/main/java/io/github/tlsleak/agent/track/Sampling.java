package io.github.tlsleak.agent.track;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Chooses one of each N. Counts in parts, so that threads seldom meet at a counter; which part is a
 * thread's is not kept anywhere, so nothing of it stays in the thread. Thread-safe, takes no lock.
 */
final class Sampling {

    static final int PARTS = 64;

    /** Counters are a cache line of 64 bytes apart; the first has the length, which all read. */
    private static final int APART = 16;

    private final AtomicIntegerArray seen = new AtomicIntegerArray((PARTS + 1) * APART);

    /** Whether the next one of the current thread is chosen: one of {@code sample}, at least 1. */
    boolean chooses(int sample) {
        return chooses(System.identityHashCode(Thread.currentThread()), sample);
    }

    /**
     * The same for any thread.
     *
     * @param thread a number of the thread's that does not change
     */
    boolean chooses(int thread, int sample) {
        int part = thread & PARTS - 1;
        return isChosen(part, seen.getAndIncrement((part + 1) * APART), sample);
    }

    /**
     * One of each {@code sample}, at a place that differs from one lot to the next: a program that
     * makes client and server in turn is not to be seen from one side only. It differs from part to
     * part, too: of many threads with a few sessions each, not all or none are to be chosen.
     */
    static boolean isChosen(int part, int number, int sample) {
        int lot = Math.floorDiv(number, sample);
        int place = Math.floorMod(mix(lot * PARTS + part), sample);
        return Math.floorMod(number, sample) == place;
    }

    /** MurmurHash3's finalizer: a multiplication alone leaves the low bits of all lots alike. */
    private static int mix(int lot) {
        int mixed = lot + 1;
        mixed = (mixed ^ mixed >>> 16) * 0x85EBCA6B;
        mixed = (mixed ^ mixed >>> 13) * 0xC2B2AE35;
        return mixed ^ mixed >>> 16;
    }
}
