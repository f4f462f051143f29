package io.github.tlsleak.agent.instrument;

import java.lang.reflect.Method;

/**
 * Initialises the classes that transformers and hooks use, on a thread of the agent and beforehand.
 * Stateless, thread-safe.
 */
final class NeededClasses {

    /**
     * How the names of the classes begin that are initialised in any case: what gives hooks to
     * classes, but for users of ASM, and what hooks call. A hook may be called where memory or
     * stack is missing, and a class that cannot be initialised then is lost for good.
     */
    static final String[] NEEDED = {
        "io.github.tlsleak.agent.instrument.B",
        "io.github.tlsleak.agent.instrument.C",
        "io.github.tlsleak.agent.instrument.F",
        "io.github.tlsleak.agent.instrument.H",
        "io.github.tlsleak.agent.instrument.I",
        "io.github.tlsleak.agent.instrument.L",
        "io.github.tlsleak.agent.instrument.M",
        "io.github.tlsleak.agent.instrument.N",
        "io.github.tlsleak.agent.instrument.R",
        "io.github.tlsleak.agent.instrument.T",
        "io.github.tlsleak.agent.instrument.W",
        "io.github.tlsleak.agent.instrument.access.",
        "io.github.tlsleak.agent.instrument.advice.",
        "io.github.tlsleak.agent.instrument.prepared.",
        "io.github.tlsleak.agent.provider.",
        "io.github.tlsleak.agent.observe.",
        "io.github.tlsleak.agent.track.",
        "io.github.tlsleak.agent.judge.",
        "io.github.tlsleak.agent.site.",
        "io.github.tlsleak.agent.collect.Context",
        "io.github.tlsleak.common.frames.",
    };

    /** What the JDK's locks use when a thread has to wait, in {@link TimedLock}. */
    private static final String[] NEEDED_OF_THE_JDK = {
        "java.util.concurrent.locks.AbstractQueuedSynchronizer$Node",
        "java.util.concurrent.locks.AbstractQueuedSynchronizer$ExclusiveNode",
        "java.util.concurrent.locks.LockSupport",
    };

    /** Those that weaving needs besides. */
    private static final String[] WEAVING = {
        "io.github.tlsleak.agent.instrument.weave.", "io.github.tlsleak.agent.lib.bytebuddy.",
    };

    private NeededClasses() {}

    /** Initialises what is needed in any case. */
    static void initialize() {
        initialize(NEEDED);
        initializeOfTheJdk();
    }

    /**
     * Initialises what weaving needs, all of it: a class of another shape may need what the
     * rehearsal did not.
     *
     * @return false if the loader cannot do that
     */
    static boolean initializeWeaving() {
        return initialize(WEAVING);
    }

    private static boolean initialize(String... prefixes) {
        ClassLoader loader = NeededClasses.class.getClassLoader();
        try {
            Method initialize = loader.getClass().getDeclaredMethod("initialize", String[].class);
            initialize.setAccessible(true);
            initialize.invoke(loader, (Object) prefixes);
            return true;
        } catch (ReflectiveOperationException | RuntimeException e) {
            // a loader of an earlier version, or of a test: weaving alone must be enough
            return false;
        }
    }

    private static void initializeOfTheJdk() {
        for (String name : NEEDED_OF_THE_JDK) {
            try {
                Class.forName(name, true, null);
            } catch (ClassNotFoundException e) {
                // this JDK's locks are made in another way
                continue;
            }
        }
    }
}
