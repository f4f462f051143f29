package javax.net.ssl;

/**
 * The static methods that woven code calls, with those of {@link TlsLeakChannelHooks}. They hand
 * everything on to one sink, which the agent sets.
 *
 * <p>Defined in the boot loader, in a package that every JSSE provider can see. HOLDS JDK TYPES
 * ONLY: once the sink is gone, nothing of the agent can be reached from an application thread. All
 * methods may be called from any thread, take no lock and never throw.
 */
public abstract class TlsLeakHooks {

    /** Changes whenever an agent of an older or newer version could not work with this class. */
    public static final int PROTOCOL = 4;

    // explained in HookOperations and HookEvents of the agent, which the boot loader cannot find

    /** The last of the operations that close. */
    public static final int CLOSE_INPUT = 3;

    /** Event: a close_notify was handed to the transport. */
    public static final int CLOSE_NOTIFY_WRITTEN = 32;

    /** Event: application data moved. */
    public static final int ACTIVE = 33;

    /**
     * Counts failures of hooks whose session is not known. Woven code counts up where not even a
     * call is possible any more. Two threads at once may count one, but the number always changes.
     */
    public static volatile int missed;

    private static volatile TlsLeakHooks sink;

    /** For the sink of the agent only. */
    protected TlsLeakHooks() {}

    /**
     * Sets the receiver of events. Under a {@code SecurityManager} that needs {@code
     * RuntimePermission("TlsLeakHooks.install")}, because a sink gets every session of the JVM.
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
     * The constructor of a base class in JSSE is done.
     *
     * @param self an SSLSocket, SSLEngine, SSLServerSocket or SSLSocketFactory; a constructor of
     *     its own class may still have to run
     */
    public static void created(Object self) {
        TlsLeakHooks s = sink;
        if (s == null) {
            return;
        }
        try {
            Throwable recorder = s.recorder();
            if (recorder != null) {
                // here and not in the agent: each frame that is captured costs time
                recorder.fillInStackTrace();
            }
            s.onCreated(self, TlsLeakFrames.outermost() != null, recorder);
        } catch (Throwable t) {
            failed(self, t);
        }
    }

    /**
     * A method of a tracked object begins.
     *
     * <p>The caller empties the cell without a call, however the method ends, and nothing can fail
     * before the caller has the cell: an exhausted stack must not leave an object behind.
     *
     * @param self the object
     * @param op one of {@code HookOperations}
     * @return the cell that holds {@code self}, for {@link #exit}; null if {@code self} itself is
     *     at work on this thread already
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
                // a debugger has popped the frames of the methods that these objects came from
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
     * @param cell what {@link #enter} returned; emptied here
     * @param result the object that the method returns, or null
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
     * @param event one of {@code HookEvents}, which explains {@code a} and {@code b}
     * @param self the object that it happened to
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
     * The record layer of the socket at work on this thread has written an alert.
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
     * A read or write of application data has returned on a tracked object.
     *
     * @param count how many bytes were read, -1 at the end of the stream; 0 for a write
     */
    public static void active(Object self, long count) {
        TlsLeakHooks s = sink;
        // reading the end of a stream again and again moves nothing
        if (s != null && count >= 0 && s.wantsActivity()) {
            event(ACTIVE, self, null, null);
        }
    }

    /** The innermost object at work on this thread, whose method was entered last; or null. */
    public static Object current() {
        return TlsLeakFrames.current();
    }

    /**
     * Takes an error of a hook, which must not reach the application. The event of the hook is
     * lost, so its session gets no verdict.
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

    /** Whether records of application data are needed, to pair engines with channels. */
    static boolean wantsRecords() {
        TlsLeakHooks s = sink;
        return s != null && s.adopts();
    }

    /** Whether a result only says that data moved, as nearly every wrap and unwrap does. */
    static boolean isPlainData(Object result) {
        if (!(result instanceof SSLEngineResult)) {
            return false;
        }
        SSLEngineResult r = (SSLEngineResult) result;
        return r.getStatus() == SSLEngineResult.Status.OK
                && r.getHandshakeStatus() == SSLEngineResult.HandshakeStatus.NOT_HANDSHAKING;
    }

    /** An empty Throwable that takes the stack for {@link #onCreated}; null if none is wanted. */
    protected abstract Throwable recorder();

    /** See {@link #created}; {@code inside} says whether an object is at work on this thread. */
    protected abstract void onCreated(Object self, boolean inside, Throwable recorder);

    /** A close or half-close begins, see {@link #enter}. */
    protected abstract void onEnter(Object self, int op);

    /** See {@link #exit}; {@code outer} is the next object at work on this thread, or null. */
    protected abstract void onExit(
            Object outer, Object self, int op, Object result, Throwable thrown);

    /** See {@link #event}. */
    protected abstract void onEvent(int event, Object self, Object a, Object b);

    /** See {@link #failed}. */
    protected abstract void onFailure(Object self, Throwable error);

    /** Whether a method with hooks runs on this thread, besides the one that begins now. */
    protected abstract boolean isInside(Object self);

    /** Whether sessions that are older than the agent are adopted. */
    protected abstract boolean adopts();

    /** Whether {@link #ACTIVE} events are needed. */
    protected abstract boolean wantsActivity();
}
