package io.github.tlsleak.cli.heap.path;

import io.github.tlsleak.cli.heap.dump.DumpedClass;
import io.github.tlsleak.common.frames.Attribution;
import io.github.tlsleak.common.frames.Owner;
import java.util.Collections;

/** When an object is walked through. */
enum Turn {
    /** As soon as it is reached. */
    AT_ONCE,
    /**
     * After all fields, because it has what is open only for as long as that is open. A selector
     * has the key of every channel until that is closed. A task of a timer has what it will look at
     * when its time comes. A thread of a class of the JDK, such as a timer's or an HTTP client's,
     * serves the object that made it. The locals of a thread are often a shortcut into a pool. A
     * phantom reference has what it is to clean up. Whoever asks why something is still open learns
     * little from them.
     */
    LATE,
    /** It is asked for: what it holds is walked through last. */
    TARGET,
    /** After the targets: what a session uses is no burden of the cache that has it as well. */
    CACHE,
    /** At once; what a cache holds by it is a part of the cache. */
    SOFT_REFERENCE;

    private static final Attribution ATTRIBUTION = new Attribution(Collections.<String>emptyList());

    private static final String THREAD = "java.lang.Thread";
    private static final String PHANTOM = "java.lang.ref.PhantomReference";
    private static final String SELECTOR = "java.nio.channels.Selector";

    /** What a thread that waits in a selector refers to. */
    private static final String BLOCKER = "java.nio.channels.spi.AbstractSelector$1";

    private static final String TIMER_TASK = "java.util.TimerTask";

    /** The turn of objects of a class that is neither asked for nor a cache. */
    static Turn of(DumpedClass type) {
        boolean late =
                type.isA(SELECTOR)
                        || type.name().equals(BLOCKER)
                        || type.isA(TIMER_TASK)
                        || type.isA(PHANTOM)
                        || ThreadLocals.isMap(type.name())
                        || isThreadOfJdk(type)
                        || isTimed(type.name());
        if (late) {
            return LATE;
        }
        return type.isA("java.lang.ref.SoftReference") ? SOFT_REFERENCE : AT_ONCE;
    }

    /** Whether it is a thread with code of the JDK alone, not a plain one that runs others'. */
    private static boolean isThreadOfJdk(DumpedClass type) {
        return type.isA(THREAD)
                && !type.name().startsWith("java.lang.")
                && ATTRIBUTION.of(Collections.singletonList(type.name())).owner() == Owner.JDK;
    }

    /** Tasks of the JDK's scheduled executors, and of Netty's, shaded copies included. */
    private static boolean isTimed(String className) {
        return className.endsWith("ScheduledFutureTask")
                || className.endsWith("$HashedWheelTimeout");
    }
}
