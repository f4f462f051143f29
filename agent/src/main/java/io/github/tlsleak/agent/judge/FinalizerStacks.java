package io.github.tlsleak.agent.judge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the stacks of threads look like that run finalizers or cleaners. Stateless. */
public final class FinalizerStacks {

    /** Code of the JDK between such a thread's beginning and the code that releases something. */
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
     * Whether a class runs at the bottom of such a thread: finalizers in its own thread or in that
     * of {@code System.runFinalization()}, cleaners of {@code java.lang.ref} in any thread, those
     * of the JDK in that of the reference handler.
     *
     * @param className a class on a thread's stack
     * @return true if that thread is one
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
     * @return the class of the outermost frame that does not belong to the JDK's machinery, or null
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
