package io.github.tlsleak.common.options;

import java.util.function.Supplier;

/**
 * The options in force. Its readers ask it each time, so that a change is in force at once; they
 * know it as a supplier. Thread-safe.
 */
public final class CurrentOptions implements Supplier<Options> {

    private volatile Options options;

    public CurrentOptions(Options first) {
        options = first;
    }

    @Override
    public Options get() {
        return options;
    }

    /** Puts changed options in force. */
    public void publish(Options changed) {
        options = changed;
    }
}
