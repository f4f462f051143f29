package io.github.tlsleak.apps.stress;

import java.util.Locale;
import java.util.SplittableRandom;

/** How a session is ended. Sessions are named by it in lower case, their thread and number. */
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
    /** A socket whose raw socket is closed below it. */
    UNDERCUT,
    /** An engine that is asked to close, but never wrapped again. */
    UNSENT,
    /** An engine that is forgotten after its ClientHello. */
    BEGUN;

    /** More than three in four are closed in order. */
    static Way drawn(SplittableRandom random) {
        int number = random.nextInt(4 * values().length);
        return number < values().length ? values()[number] : values()[number % 2];
    }

    String nameOf(int thread, int number) {
        return name().toLowerCase(Locale.ROOT) + "-" + thread + "-" + number;
    }
}
