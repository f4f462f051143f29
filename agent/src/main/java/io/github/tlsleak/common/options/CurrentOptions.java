package io.github.tlsleak.common.options;

import java.util.function.Supplier;

/**
 * The options in force. Readers hold this supplier and ask it each time, so that a change takes
 * effect at once. Thread-safe.
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

    /** Replaces the options in force. */
    public void publish(Options changed) {
        options = changed;
    }
}
