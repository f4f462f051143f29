package io.github.tlsleak.agent.observe;

import io.github.tlsleak.agent.instrument.Coverage;
import io.github.tlsleak.agent.track.Tracker;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TlsLeakHooks;

/**
 * What cannot be relied on any more: sessions of which a hook has failed to tell, or all that are
 * followed where it is not known which, or where a class has lost its hooks. Nothing is said of
 * these: a missed leak is better than a wrong one.
 *
 * <p>Thread-safe; called on application threads with little stack and memory left.
 */
public final class HookFailures implements BooleanSupplier {

    private final Tracker tracker;
    private final Coverage coverage;

    /** How many failures the hooks had counted when all was last forgotten; the collector's. */
    private int seen = TlsLeakHooks.missed;

    public HookFailures(Tracker tracker, Coverage coverage) {
        this.tracker = tracker;
        this.coverage = coverage;
    }

    /** A hook has failed that was called for an object, or for nobody knows which. */
    public void of(Object object) {
        if (!tracker.doubt(object) && !isTracked(object)) {
            TlsLeakHooks.missed++;
        }
    }

    /** One of these that the tracker does not know is not followed, and carries nothing that is. */
    private static boolean isTracked(Object object) {
        return object instanceof SSLEngine
                || object instanceof Socket
                || object instanceof ServerSocket
                || object instanceof SocketChannel
                || object instanceof SSLContext
                || object instanceof SSLSocketFactory;
    }

    /** Whether to forget all that is followed; true once. The collector asks before it judges. */
    @Override
    public boolean getAsBoolean() {
        int missed = TlsLeakHooks.missed;
        boolean more = missed != seen;
        seen = missed;
        return coverage.takeUnhooked() || more;
    }

    /** Whether a method with hooks runs on this thread besides the one that has just begun. */
    public boolean isInside() {
        return tracker.passes(new Second());
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
