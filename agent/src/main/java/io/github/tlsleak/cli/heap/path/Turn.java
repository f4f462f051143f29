package io.github.tlsleak.cli.heap.path;

import io.github.tlsleak.cli.heap.dump.DumpedClass;

/** When an object is walked through. */
enum Turn {
    /** As soon as it is reached. */
    AT_ONCE,
    /**
     * After all fields. It has whatever is open, and has it only because that is open: a selector
     * has the key of every channel until that is closed. Whoever asks why it is open learns nothing
     * from that.
     */
    REGISTER,
    /** It is asked for: what it holds is walked through last. */
    TARGET;

    private static final String SELECTOR = "java.nio.channels.Selector";

    /** What a thread that waits in a selector refers to. */
    private static final String BLOCKER = "java.nio.channels.spi.AbstractSelector$1";

    /** The turn of objects of a class that is not asked for. */
    static Turn of(DumpedClass type) {
        return type.isA(SELECTOR) || type.name().equals(BLOCKER) ? REGISTER : AT_ONCE;
    }
}
