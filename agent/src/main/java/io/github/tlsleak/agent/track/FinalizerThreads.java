package io.github.tlsleak.agent.track;

import io.github.tlsleak.agent.judge.FinalizerStacks;
import io.github.tlsleak.agent.site.StackSource;

/**
 * Finds out whether the current thread runs finalizers or cleaners. Thread-safe.
 *
 * <p>The stack is read once per thread, and only if the thread closes a session that another thread
 * has made. Most threads close sessions of their own, and a cleaner never does. A Boolean is all
 * that stays in an application thread.
 */
final class FinalizerThreads {

    private final ThreadLocal<Boolean> known = new ThreadLocal<>();
    private final StackSource stacks;

    FinalizerThreads(StackSource stacks) {
        this.stacks = stacks;
    }

    /** Whether the current thread, which closes this session, runs finalizers or cleaners. */
    boolean isHere(Session closed) {
        Thread thread = Thread.currentThread();
        if (closed.isMadeBy(thread) || isVirtual(thread)) {
            return false;
        }
        Boolean is = known.get();
        if (is == null) {
            is = stacks.passes(FinalizerStacks::runs);
            known.set(is);
        }
        return is;
    }

    /**
     * Whether a thread is virtual; such a thread runs neither finalizers nor cleaners. Classes are
     * compared by name, because Java 8 does not have them.
     */
    private static boolean isVirtual(Thread thread) {
        Class<?> type = thread.getClass();
        return type != Thread.class
                && (type.getName().equals("java.lang.VirtualThread")
                        || type.getName().equals("java.lang.ThreadBuilders$BoundVirtualThread"));
    }
}
