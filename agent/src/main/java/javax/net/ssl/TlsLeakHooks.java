package javax.net.ssl;

/**
 * The only class of tlsleak that instrumented code sees: static methods that advice calls, handed
 * on to one sink.
 *
 * <p>It is defined in the boot loader, in a package that every JSSE provider can see, and HOLDS JDK
 * TYPES ONLY, so that nothing of the agent is reachable from an application thread once the sink is
 * gone. All methods may be called from any thread, take no lock and never throw.
 */
public abstract class TlsLeakHooks {

    /** To be raised whenever an agent of another version could not work with this class. */
    public static final int PROTOCOL = 1;

    /** Operation: {@code SSLSocket.close()}, {@code SSLServerSocket.close()}. */
    public static final int CLOSE = 1;

    /** Operation: {@code shutdownOutput()}, {@code closeOutbound()}. */
    public static final int CLOSE_OUTPUT = 2;

    /** Operation: {@code shutdownInput()}, {@code closeInbound()}. */
    public static final int CLOSE_INPUT = 3;

    /** Operation: {@code startHandshake()}, {@code beginHandshake()}. */
    public static final int HANDSHAKE = 4;

    /** Operation: {@code SSLEngine.wrap()}; the result is the {@code SSLEngineResult}. */
    public static final int WRAP = 5;

    /** Operation: {@code SSLEngine.unwrap()}; the result is the {@code SSLEngineResult}. */
    public static final int UNWRAP = 6;

    /** Operation without a meaning of its own: it shows which object works through which. */
    public static final int LINK = 7;

    /** Operation: provider code between two public methods. */
    public static final int INTERNAL = 8;

    /** Event: a socket is connected; {@code a} the peer's name as the provider knows it. */
    public static final int CONNECTED = 20;

    /** Event: handshake finished; {@code a} its {@code SSLSession}, {@code b} its context's SPI. */
    public static final int ESTABLISHED_CLIENT = 21;

    /** Event: as {@link #ESTABLISHED_CLIENT}, in the server role. */
    public static final int ESTABLISHED_SERVER = 22;

    /** Event: the peer's close_notify was received. */
    public static final int PEER_CLOSE_NOTIFY = 23;

    /** Event: end of stream without a close_notify. */
    public static final int PEER_EOF = 24;

    /** Event: a fatal alert is received or about to be sent; {@code a} the cause, if any. */
    public static final int FATAL = 25;

    /** Event: the provider begins to work over another socket, {@code a}. */
    public static final int LAYERED = 26;

    /** Event on a raw socket: closed or its output shut down by this side. */
    public static final int RAW_CLOSED = 27;

    /** Event on a raw socket: SO_LINGER set; {@code a} the seconds as Integer, -1 for off. */
    public static final int RAW_LINGER = 28;

    /** Event: an {@code SSLContext} was made; {@code a} its SPI. */
    public static final int CONTEXT_CREATED = 29;

    /** Event: an {@code SSLContext} made the engine {@code a}. */
    public static final int CONTEXT_ENGINE = 30;

    /** Event: a server socket is bound. */
    public static final int BOUND = 31;

    /** Event: close_notify handed to the transport; {@code a} the exception where that failed. */
    public static final int CLOSE_NOTIFY_WRITTEN = 32;

    /** Event: application data moved. */
    public static final int ACTIVE = 33;

    /** Event: a handshake begins, in the client role. */
    public static final int STARTED_CLIENT = 34;

    /** Event: a handshake begins, in the server role. */
    public static final int STARTED_SERVER = 35;

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
     * @param self an SSLSocket, SSLEngine or SSLServerSocket, possibly half built
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
     * @param op one of the operations above
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
            if (s != null && (thrown != null || op == LINK || !isPlainData(op, result))) {
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
     * @param event one of the events above
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

    private static boolean isPlainData(int op, Object result) {
        if ((op != WRAP && op != UNWRAP) || !(result instanceof SSLEngineResult)) {
            return false;
        }
        SSLEngineResult r = (SSLEngineResult) result;
        return r.getStatus() == SSLEngineResult.Status.OK
                && r.getHandshakeStatus() == SSLEngineResult.HandshakeStatus.NOT_HANDSHAKING;
    }

    /**
     * As {@link #created}.
     *
     * @param self the object
     * @param inside whether a tracked object's method runs on this thread
     */
    protected abstract void onCreated(Object self, boolean inside);

    /**
     * A close begins, as in {@link #enter}.
     *
     * @param self the object
     * @param op a close operation
     */
    protected abstract void onEnter(Object self, int op);

    /**
     * As {@link #exit}, where it may matter.
     *
     * @param outer the object whose method this one ran inside of, or null
     * @param self the object
     * @param op the operation
     * @param result what it returned
     * @param thrown what it threw
     */
    protected abstract void onExit(
            Object outer, Object self, int op, Object result, Throwable thrown);

    /** As {@link #event}. */
    protected abstract void onEvent(int event, Object self, Object a, Object b);

    /** As {@link #failed}. */
    protected abstract void onFailure(Throwable error);

    /** Whether {@link #ACTIVE} events are of use. */
    protected abstract boolean wantsActivity();
}
