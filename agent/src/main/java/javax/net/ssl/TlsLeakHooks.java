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
    public static final int PROTOCOL = 3;

    // Of the numbers that the agent's HookOperations and HookEvents explain those this class needs:
    // javac would leave a reference to them here, and the boot loader does not know them.

    /** The last of the operations that close. */
    public static final int CLOSE_INPUT = 3;

    /** Event: close_notify handed to the transport. */
    public static final int CLOSE_NOTIFY_WRITTEN = 32;

    /** Event: application data moved. */
    public static final int ACTIVE = 33;

    /**
     * Counts hooks whose failure could not be charged to a session. Woven code counts it up where
     * not even a call is possible any more; counts that collide may be lost, the change is not.
     */
    public static volatile int missed;

    private static volatile TlsLeakHooks sink;

    /** For the agent's sink only. */
    protected TlsLeakHooks() {}

    /**
     * Sets where events go. For the agent alone: under a {@code SecurityManager} it takes {@code
     * RuntimePermission("TlsLeakHooks.install")}, as a sink is handed every session of the JVM.
     *
     * @param newSink the sink, or null to drop every event
     * @throws SecurityException if the caller may not
     */
    public static void install(TlsLeakHooks newSink) {
        SecurityManager manager = System.getSecurityManager();
        if (manager != null) {
            manager.checkPermission(new RuntimePermission("TlsLeakHooks.install"));
        }
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
            s.onCreated(self, TlsLeakFrames.outermost() != null);
        } catch (Throwable t) {
            failed(self, t);
        }
    }

    /**
     * A method of a tracked object begins.
     *
     * <p>Nothing can fail between the object being put into its cell and the cell being handed to
     * the caller, who empties it however the method ends, without a call: an exhausted stack must
     * not leave an object behind.
     *
     * @param self the object
     * @param op one of {@code HookOperations}
     * @return the cell that holds {@code self}, to be handed to {@link #exit}; null if {@code self}
     *     itself is already at work on this thread
     */
    public static Object[] enter(Object self, int op) {
        TlsLeakHooks s = sink;
        if (s == null) {
            return null;
        }
        Object[] cell = null;
        try {
            Object[][] frames = TlsLeakFrames.ofThread();
            if (TlsLeakFrames.isOld(frames) && !s.isInside(self)) {
                // a debugger has popped the method that these came from
                TlsLeakFrames.clear(frames, 0);
            }
            cell = TlsLeakFrames.next(frames, self);
            if (cell != null && op <= CLOSE_INPUT) {
                s.onEnter(self, op);
            }
        } catch (Throwable t) {
            failed(self, t);
        }
        if (cell != null) {
            cell[0] = self;
        }
        return cell;
    }

    /**
     * A method of a tracked object ends.
     *
     * @param self the object
     * @param op the operation
     * @param cell what {@link #enter} answered; emptied
     * @param result what the method returns, if anything
     * @param thrown what it throws, or null
     */
    public static void exit(Object self, int op, Object[] cell, Object result, Throwable thrown) {
        if (cell == null) {
            return;
        }
        try {
            Object outer = TlsLeakFrames.leave(cell);
            TlsLeakHooks s = sink;
            if (s != null && (thrown != null || !isPlainData(result))) {
                s.onExit(outer, self, op, result, thrown);
            } else if (s != null && s.wantsActivity()) {
                s.onEvent(ACTIVE, self, null, null);
            }
        } catch (Throwable t) {
            failed(self, t);
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
            failed(self, t);
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
        return TlsLeakFrames.current();
    }

    /**
     * Takes an error of the agent that must not reach the application. What the hook had to tell is
     * lost, so that nothing can be said of its session any more.
     *
     * @param self the object that the hook was called for
     * @param error what was thrown inside the hook
     */
    public static void failed(Object self, Throwable error) {
        try {
            TlsLeakHooks s = sink;
            if (s != null) {
                s.onFailure(self, error);
            }
        } catch (Throwable t) {
            missed++;
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
    protected abstract void onFailure(Object self, Throwable error);

    /** Whether a method of some tracked object runs on this thread, besides one that begins now. */
    protected abstract boolean isInside(Object self);

    /** Whether sessions older than the agent are taken up. */
    protected abstract boolean adopts();

    /** Whether {@link #ACTIVE} events are of use. */
    protected abstract boolean wantsActivity();
}
