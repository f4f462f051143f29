package io.github.tlsleak.apps.soak;

import java.util.concurrent.atomic.LongAdder;

/** What all threads of the load have in common. Thread-safe. */
final class Shared {

    final Gate gate = new Gate();
    final Played ways = new Played();
    final LongAdder sessions = new LongAdder();
    final LongAdder failures = new LongAdder();

    /** Those of libraries: these have time limits of their own. */
    final LongAdder libraryFailures = new LongAdder();

    volatile boolean mistakesToo;

    /** Of 100 slices of a thread, so many are played. */
    volatile int level = 100;

    volatile Throwable lastFailure;
}
