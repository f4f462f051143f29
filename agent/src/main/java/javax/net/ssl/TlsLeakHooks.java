package javax.net.ssl;

/**
 * What instrumented code sees of tlsleak, with {@link TlsLeakChannelHooks}: static methods that
 * advice calls, handed on to one sink.
 *
 * <p>It is defined in the boot loader, in a package that every JSSE provider can see, and HOLDS JDK
 * TYPES ONLY, so that nothing of the agent is reachable from an application thread once the sink is
 * gone. All methods may be called from any thread, take no lock and never throw.
 */
public abstract class TlsLeakHooks {

    /** To be raised whenever an agent of another version could not work with this class. */
    public static final int PROTOCOL = 2;

    // Of the numbers that the agent's HookOperations and HookEvents explain those this class needs:
    // javac would leave a reference to them here, and the boot loader does not know them.

    /** The last of the operations that close. */
    public static final int CLOSE_INPUT = 3;

    /** Event: close_notify handed to the transport. */
    public static final int CLOSE_NOTIFY_WRITTEN = 32;

    /** Event: application data moved. */
    public static final int ACTIVE = 33;

    private static final int MAX_DEPTH = 16;

    // Object[] and not a class of ours: values stay in the maps of application threads after a
    // detach, and must not keep the agent's loader alive there.
    private static final ThreadLocal<Object[]> FRAMES = new ThreadLocal<>();

    private static volatile TlsLeakHooks sink;

    /** For the agent's sink only. */
    protected TlsLeakHooks() {}

    /**
     * Sets where events go.
     *
     * @param newSink the sink, or null to drop every event
     */
    public static void install(TlsLeakHooks newSink) {
        sink = newSink;
    }

    /**
     * An instance's base constructor is done.
     *
     * @param self an SSLSocket, SSLEngine, SSLServerSocket or SSLSocketFactory, possibly half built
     */
    public static void created(Object self) {
        TlsLeakHooks s = sink;
        if (s == null) {
            return;
        }
        try {
            Object[] frames = FRAMES.get();
            s.onCreated(self, frames != null && frames[0] != null);
        } catch (Throwable t) {
            failed(t);
        }
    }

    /**
     * A method of a tracked object begins.
     *
     * @param self the object
     * @param op one of {@code HookOperations}
     * @return how many other objects' methods this one runs inside of, -1 if {@code self} itself is
     *     already at work on this thread: to be handed to {@link #exit}
     */
    public static int enter(Object self, int op) {
        TlsLeakHooks s = sink;
        if (s == null) {
            return -1;
        }
        try {
            Object[] frames = FRAMES.get();
            if (frames == null) {
                frames = new Object[MAX_DEPTH];
                FRAMES.set(frames);
            }
            int depth = 0;
            while (depth < MAX_DEPTH && frames[depth] != null) {
                depth++;
            }
            if (depth == MAX_DEPTH || (depth > 0 && frames[depth - 1] == self)) {
                return -1;
            }
            frames[depth] = self;
            if (op <= CLOSE_INPUT) {
                s.onEnter(self, op);
            }
            return depth;
        } catch (Throwable t) {
            failed(t);
            return -1;
        }
    }

    /**
     * A method of a tracked object ends.
     *
     * @param self the object
     * @param op the operation
     * @param depth what {@link #enter} answered
     * @param result what the method returns, if anything
     * @param thrown what it throws, or null
     */
    public static void exit(Object self, int op, int depth, Object result, Throwable thrown) {
        if (depth < 0) {
            return;
        }
        try {
            Object[] frames = FRAMES.get();
            for (int i = depth; i < MAX_DEPTH && frames[i] != null; i++) {
                frames[i] = null;
            }
            TlsLeakHooks s = sink;
            if (s != null && (thrown != null || !isPlainData(result))) {
                s.onExit(depth == 0 ? null : frames[depth - 1], self, op, result, thrown);
            } else if (s != null && s.wantsActivity()) {
                s.onEvent(ACTIVE, self, null, null);
            }
        } catch (Throwable t) {
            failed(t);
        }
    }

    /**
     * Something happened to a tracked object.
     *
     * @param event one of {@code HookEvents}
     * @param self the object it happened to
     * @param a see the event
     * @param b see the event
     */
    public static void event(int event, Object self, Object a, Object b) {
        TlsLeakHooks s = sink;
        if (s == null) {
            return;
        }
        try {
            s.onEvent(event, self, a, b);
        } catch (Throwable t) {
            failed(t);
        }
    }

    /**
     * A socket's record layer has written an alert for the object that is at work on this thread.
     *
     * @param description the alert, RFC 8446 6: 0 is close_notify
     * @param thrown what the write threw, or null
     */
    public static void alertWritten(int description, Throwable thrown) {
        if (sink != null && description == 0) {
            Object self = current();
            if (self != null) {
                event(CLOSE_NOTIFY_WRITTEN, self, thrown, null);
            }
        }
    }

    /**
     * Application data moved on a tracked object.
     *
     * @param self the object
     */
    public static void active(Object self) {
        TlsLeakHooks s = sink;
        if (s != null && s.wantsActivity()) {
            event(ACTIVE, self, null, null);
        }
    }

    /**
     * Tells whether a method of the object, or of one it works through, runs on this thread.
     *
     * @return the object whose method entered last, or null
     */
    public static Object current() {
        Object[] frames = FRAMES.get();
        Object top = null;
        for (int i = 0; frames != null && i < MAX_DEPTH && frames[i] != null; i++) {
            top = frames[i];
        }
        return top;
    }

    /**
     * Tells inside of which object's method everything else runs on this thread.
     *
     * @return the object whose method entered first, or null
     */
    public static Object outermost() {
        Object[] frames = FRAMES.get();
        return frames == null ? null : frames[0];
    }

    /**
     * Takes an error of the agent that must not reach the application.
     *
     * @param error what was thrown inside a hook
     */
    public static void failed(Throwable error) {
        try {
            TlsLeakHooks s = sink;
            if (s != null) {
                s.onFailure(error);
            }
        } catch (Throwable ignored) {
            // nothing is left that could be told
        }
    }

    /** Whether records of data are of use. */
    static boolean wantsRecords() {
        TlsLeakHooks s = sink;
        return s != null && s.adopts();
    }

    /** What nearly every wrap and unwrap returns. */
    static boolean isPlainData(Object result) {
        if (!(result instanceof SSLEngineResult)) {
            return false;
        }
        SSLEngineResult r = (SSLEngineResult) result;
        return r.getStatus() == SSLEngineResult.Status.OK
                && r.getHandshakeStatus() == SSLEngineResult.HandshakeStatus.NOT_HANDSHAKING;
    }

    /** As {@link #created}, and whether a tracked object's method runs on this thread. */
    protected abstract void onCreated(Object self, boolean inside);

    /** A close begins, as in {@link #enter}. */
    protected abstract void onEnter(Object self, int op);

    /** As {@link #exit}; {@code outer} is the object whose method it ran inside of, or null. */
    protected abstract void onExit(
            Object outer, Object self, int op, Object result, Throwable thrown);

    /** As {@link #event}. */
    protected abstract void onEvent(int event, Object self, Object a, Object b);

    /** As {@link #failed}. */
    protected abstract void onFailure(Throwable error);

    /** Whether sessions older than the agent are taken up. */
    protected abstract boolean adopts();

    /** Whether {@link #ACTIVE} events are of use. */
    protected abstract boolean wantsActivity();
}
