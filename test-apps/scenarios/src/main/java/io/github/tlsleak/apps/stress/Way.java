package io.github.tlsleak.apps.stress;

import java.util.Locale;
import java.util.SplittableRandom;

/**
 * How a session is ended. The name of a session is its way in lower case, its thread and a number.
 */
enum Way {
    /** A socket, closed. */
    CLOSED,
    /** An engine, closed with its close_notify. */
    SHUT,
    /** A socket, forgotten. */
    DROPPED,
    /** An engine, forgotten. */
    LEFT,
    /** A socket whose output is shut, forgotten. */
    HALF,
    /** A socket whose transport is closed under it. */
    UNDERCUT,
    /** An engine that is closed outbound and never wrapped again. */
    UNSENT,
    /** An engine that is forgotten after its ClientHello. */
    BEGUN;

    /** Chooses a way. More than three in four sessions are closed in order. */
    static Way drawn(SplittableRandom random) {
        int number = random.nextInt(4 * values().length);
        return number < values().length ? values()[number] : values()[number % 2];
    }

    String nameOf(int thread, int number) {
        return name().toLowerCase(Locale.ROOT) + "-" + thread + "-" + number;
    }
}
