package io.github.tlsleak.apps.others;

import io.github.tlsleak.apps.support.Stage;

/** A method that other agents are told to watch. Thread-safe. */
final class Work {
    private Work() {}

    /** Blocks for a moment. */
    static int square(int number) {
        Stage.sleep(1);
        return number * number;
    }
}
