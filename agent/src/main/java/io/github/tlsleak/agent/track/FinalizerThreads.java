package io.github.tlsleak.agent.track;

import io.github.tlsleak.agent.judge.FinalizerStacks;
import io.github.tlsleak.agent.site.StackSource;

/**
 * Tells whether the current thread runs finalizers or cleaners. Thread-safe.
 *
 * <p>The stack is looked at once a thread, and only where it closes what another one has made: a
 * cleaner closes nothing that it made itself, other threads mostly do. What stays in an application
 * thread is a Boolean.
 */
final class FinalizerThreads {

    private final ThreadLocal<Boolean> known = new ThreadLocal<>();
    private final StackSource stacks;

    FinalizerThreads(StackSource stacks) {
        this.stacks = stacks;
    }

    /** Whether this thread, which closes a session, does. */
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

    /** By name, for such threads are newer than this code; none of them runs either. */
    private static boolean isVirtual(Thread thread) {
        Class<?> type = thread.getClass();
        return type != Thread.class
                && (type.getName().equals("java.lang.VirtualThread")
                        || type.getName().equals("java.lang.ThreadBuilders$BoundVirtualThread"));
    }
}
