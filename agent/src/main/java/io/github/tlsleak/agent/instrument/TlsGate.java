package io.github.tlsleak.agent.instrument;

import io.github.tlsleak.agent.instrument.advice.JdkClasses;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * The one transformer that the JVM knows. It compares the names of the JDK's classes until the
 * first class of JSSE is loaded. Then it has the agent activated, and hands all classes on to the
 * transformer of the agent. A program without TLS pays for nothing else.
 *
 * <p>NOTHING IS LOADED OR INITIALISED FOR THE FIRST TIME INSIDE {@link #transform}. It may be
 * called for the very class that is needed, and a JVM never repeats a failed resolution (JVMS
 * 5.4.3). So the agent is activated on a thread of its own, and threads that load classes of JSSE
 * wait for it.
 *
 * <p>Thread-safe.
 */
public final class TlsGate implements ClassFileTransformer, Runnable {

    private static final long PATIENCE_MILLIS = 5_000;
    private static final long BETWEEN_ATTEMPTS_MILLIS = 1_000;
    private static final int ATTEMPTS = 10;

    /** In a millisecond. TimeUnit would be one more class to load. */
    private static final long NANOS = 1_000_000;

    private final Instrumentation instrumentation;

    /** Activates the agent; null if it is active. */
    private final @Nullable Runnable opener;

    private final MemoryWait memory;

    /** Runs {@link #opener}. Made beforehand, because making it may load classes. */
    private final @Nullable Thread starter;

    /** The transformer of the agent; null if the agent is not active. */
    private volatile @Nullable ClassFileTransformer behind;

    /** Whether the activation is over, with or without success: nobody has to wait. */
    private volatile boolean released;

    /** Whether classes may have been loaded without hooks. */
    private volatile boolean late;

    /** Whether the agent is not wanted any more. */
    private volatile boolean closed;

    /** About how many errors were kept from class loading. */
    private volatile int swallowed;

    /** Whether the JVM knows this transformer; guarded by this. */
    private boolean registered;

    /** Whether {@link #starter} was started; guarded by this. */
    private boolean started;

    /**
     * @param instrumentation the JVM's
     * @param opener activates the agent and calls {@link #open}, on a thread of its own; if it
     *     throws a {@link VirtualMachineError} it is called again. Null if the agent is active
     */
    public TlsGate(Instrumentation instrumentation, @Nullable Runnable opener) {
        this(instrumentation, opener, new MemoryWait());
    }

    TlsGate(Instrumentation instrumentation, @Nullable Runnable opener, MemoryWait memory) {
        this.memory = memory;
        this.instrumentation = instrumentation;
        this.opener = opener;
        this.starter = opener == null ? null : starter(this, "tlsleak-start");
        this.released = opener == null;
    }

    /** A thread for a task that makes something ready, of which the application has nothing. */
    static Thread starter(Runnable task, String name) {
        try {
            ThreadGroup root = Thread.currentThread().getThreadGroup();
            while (root.getParent() != null) {
                root = root.getParent();
            }
            return prepared(new Thread(root, task, name));
        } catch (SecurityException e) {
            // a SecurityManager came before the agent; any group will do, the thread ends soon
            return new Thread(task, name);
        }
    }

    private static Thread prepared(Thread thread) {
        thread.setDaemon(true);
        thread.setContextClassLoader(TlsGate.class.getClassLoader().getParent());
        return thread;
    }

    /** Makes the JVM call this transformer. */
    public synchronized void register() {
        if (!registered) {
            registered = true;
            // loads both classes, which transform() uses
            JdkClasses.showsTls(String.valueOf(new InterruptedException().getMessage()));
            instrumentation.addTransformer(this, true);
        }
    }

    /** Hands classes on from now on, and lets waiting threads go. */
    void open(ClassFileTransformer transformer) {
        behind = transformer;
        register();
        release();
    }

    /** Takes this transformer out of the JVM. */
    void close() {
        closed = true;
        release();
        instrumentation.removeTransformer(this);
        behind = null;
    }

    /**
     * Has the agent activated, if it is not, and waits for that, for a few seconds at most. If the
     * thread is interrupted meanwhile, it is still interrupted afterwards.
     *
     * @return whether the agent is active
     */
    public boolean wake() {
        if (!released && Thread.currentThread() != starter) {
            start();
            await();
        }
        return behind != null;
    }

    /**
     * Whether classes may have been loaded without hooks, because the activation took too long.
     *
     * @return true if sessions may be older than the hooks
     */
    public boolean isLate() {
        return late;
    }

    /** About how many errors were kept from class loading here. */
    public int swallowed() {
        return swallowed;
    }

    private synchronized void start() {
        if (!started && starter != null) {
            // fails if the JVM has no memory for a thread; the next class tries again
            starter.start();
            started = true;
        }
    }

    private void await() {
        long end = System.nanoTime() + PATIENCE_MILLIS * NANOS;
        boolean interrupted = false;
        synchronized (this) {
            while (!released) {
                long left = (end - System.nanoTime()) / NANOS;
                if (left <= 0) {
                    late = true;
                    break;
                }
                try {
                    // LockSupport would run Java code of the JDK on a virtual thread
                    wait(left);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void release() {
        released = true;
        notifyAll();
    }

    /** Activates the agent. Called by the starter's thread only. */
    @Override
    public void run() {
        Runnable task = opener;
        for (int i = 0; i < ATTEMPTS && behind == null && task != null && awaitMemory(); i++) {
            try {
                task.run();
                break;
            } catch (VirtualMachineError e) {
                // there is no memory at this moment
                swallowed++;
                late = true;
            } catch (Throwable t) {
                swallowed++;
                break;
            } finally {
                release();
            }
            MemoryWait.sleep(BETWEEN_ATTEMPTS_MILLIS);
        }
    }

    /**
     * Waits until the heap has room, however long that takes: a class whose initialisation runs out
     * of memory is lost for the life of the JVM (JVMS 5.5), and one of the JDK's is lost for the
     * program, too. No thread of the program waits for that.
     *
     * @return false if the agent is not wanted any more
     */
    private boolean awaitMemory() {
        for (int looks = 0; !closed && !memory.hasRoom(); looks++) {
            late = true;
            release();
            memory.pause(looks);
        }
        return !closed;
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        try {
            ClassFileTransformer next = behind;
            if (next == null && loader == null && name != null && JdkClasses.showsTls(name)) {
                wake();
                next = behind;
            }
            return next == null ? null : next.transform(loader, name, redefined, domain, bytes);
        } catch (Throwable t) {
            // the class is loaded as it is; the agent's transformer reports its errors itself
            swallowed++;
            late = true;
            return null;
        }
    }
}
