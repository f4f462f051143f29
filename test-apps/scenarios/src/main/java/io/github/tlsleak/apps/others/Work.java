package io.github.tlsleak.apps.others;

import io.github.tlsleak.apps.support.App;

/** A method that other agents are told to watch. Thread-safe. */
final class Work {
    private Work() {}

    /** Blocks for a moment. */
    static int square(int number) {
        App.sleep(1);
        return number * number;
    }
}
