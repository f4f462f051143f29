package io.github.tlsleak.agent.judge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recognises stacks of threads that run finalizers or cleaners. Stateless, so thread-safe. */
public final class FinalizerStacks {

    /**
     * Code of the JDK between the outermost frame of such a thread and the finalizer's own code.
     */
    private static final String[] RUNNERS = {
        "java.lang.ref.",
        "java.lang.Thread.",
        "java.lang.System$",
        "jdk.internal.ref.",
        "jdk.internal.misc.InnocuousThread",
        "sun.misc.Cleaner.",
    };

    private FinalizerStacks() {}

    /**
     * Whether a class on a stack shows that the thread runs finalizers or cleaners. Finalizers run
     * in the finalizer thread or in that of {@code System.runFinalization()}. Cleaners of {@code
     * java.lang.ref} run in any thread; cleaners of the JDK run in the reference handler's thread.
     *
     * @param className a class on a thread's stack
     * @return true if that thread runs finalizers or cleaners
     */
    public static boolean runs(String className) {
        return className.startsWith("java.lang.ref.Finalizer$")
                || className.equals("jdk.internal.ref.CleanerImpl")
                || className.equals("java.lang.ref.Reference$ReferenceHandler");
    }

    /**
     * The class whose finalizer or cleaner runs.
     *
     * @param frames cleaned stack, innermost first
     * @return the class of the outermost frame that is not one of the JDK's runners
     */
    public static @Nullable String closer(List<String> frames) {
        for (int i = frames.size() - 1; i >= 0; i--) {
            String frame = frames.get(i);
            if (!isRunner(frame)) {
                int end = frame.lastIndexOf('.', frame.indexOf('('));
                return end < 0 ? null : frame.substring(0, end);
            }
        }
        return null;
    }

    private static boolean isRunner(String frame) {
        for (String runner : RUNNERS) {
            if (frame.startsWith(runner)) {
                return true;
            }
        }
        return false;
    }
}
