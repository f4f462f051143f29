package io.github.tlsleak.agent.observe;

import io.github.tlsleak.agent.instrument.Coverage;
import io.github.tlsleak.agent.track.Tracker;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TlsLeakHooks;

/**
 * Finds the sessions whose state is unreliable because a hook has failed or a class has lost its
 * hooks: one session, or all sessions if it is not known which. The agent reports nothing about
 * them: a missed leak is better than a wrong one.
 *
 * <p>Thread-safe; called on application threads with little stack and memory left.
 */
public final class HookFailures implements BooleanSupplier, LongSupplier {

    private final Tracker tracker;
    private final Coverage coverage;

    /** The hooks' count of failures at the start: an earlier agent may have been here. */
    private final int before = TlsLeakHooks.missed;

    /** The hooks' count of failures when all was last forgotten; the collector's thread only. */
    private int seen = before;

    /** Failures of objects that are not known; about, as the hooks' own count. */
    private volatile int unknown;

    public HookFailures(Tracker tracker, Coverage coverage) {
        this.tracker = tracker;
        this.coverage = coverage;
    }

    /**
     * A hook has failed.
     *
     * @param object for which the hook was called. If it is neither tracked nor of a type that may
     *     be tracked, all sessions are unreliable: it is not known which one the hook was about.
     */
    @SuppressWarnings("NonAtomicVolatileUpdate") // not even a lock may be asked for here
    public void of(Object object) {
        if (!tracker.doubt(object) && !mayBeTracked(object)) {
            unknown++;
            TlsLeakHooks.missed++;
        }
    }

    /**
     * Whether an object has a type that may be tracked. If the tracker does not know such an
     * object, the object is not tracked and carries no tracked session.
     */
    private static boolean mayBeTracked(Object object) {
        return object instanceof SSLEngine
                || object instanceof Socket
                || object instanceof ServerSocket
                || object instanceof SocketChannel
                || object instanceof SSLContext
                || object instanceof SSLSocketFactory;
    }

    /** About how many failures of hooks there were of which {@link #of} was not told. */
    @Override
    public long getAsLong() {
        return Math.max(0, TlsLeakHooks.missed - before - unknown);
    }

    /** Whether to forget all sessions; true once. The collector asks before it judges. */
    @Override
    public boolean getAsBoolean() {
        int missed = TlsLeakHooks.missed;
        boolean more = missed != seen;
        seen = missed;
        return coverage.takeUnhooked() || more;
    }

    /** Whether a method with hooks runs on this thread besides the one that has just begun. */
    public boolean isInside() {
        return tracker.stacks.passes(new Second());
    }

    /** The second frame of a class that carries hooks; bases of the JDK are on every stack. */
    private final class Second implements Predicate<String> {

        private int found;

        @Override
        public boolean test(String className) {
            if (!className.startsWith("java") && coverage.isCovered(className)) {
                found++;
            }
            return found > 1;
        }
    }
}
