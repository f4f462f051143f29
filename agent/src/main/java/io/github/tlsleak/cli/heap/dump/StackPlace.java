package io.github.tlsleak.cli.heap.dump;

import org.jspecify.annotations.Nullable;

/** A place on the stack of a thread. Immutable. */
public final class StackPlace {

    private final String thread;
    private final @Nullable String frame;

    StackPlace(String thread, @Nullable String frame) {
        this.thread = thread;
        this.frame = frame;
    }

    /** The name of the thread. */
    public String thread() {
        return thread;
    }

    /** Such as {@code com.acme.Main.run(Main.java:12)}; null if the dump does not tell it. */
    public @Nullable String frame() {
        return frame;
    }
}
