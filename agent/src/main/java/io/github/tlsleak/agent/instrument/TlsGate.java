package io.github.tlsleak.agent.instrument;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;

/**
 * The one transformer that the JVM knows: compares names of the JDK's classes until the first of
 * JSSE is loaded, has the agent brought to life then, and hands everything on to what that puts
 * behind it. All that a program without TLS pays for.
 *
 * <p>NOTHING IS LOADED OR INITIALISED FOR THE FIRST TIME INSIDE {@link #transform}: it may be
 * called for the very class that is needed, and a JVM keeps a failed resolution for good (JVMS
 * 5.4.3). So the agent comes to life on a thread of its own, while those that load classes of JSSE
 * wait.
 *
 * <p>Thread-safe.
 */
public final class TlsGate implements ClassFileTransformer, Runnable {

    private static final long PATIENCE_MILLIS = 5_000;
    private static final long BETWEEN_ATTEMPTS_MILLIS = 1_000;
    private static final int ATTEMPTS = 10;

    /** Of a millisecond. Not by a class of the JDK's, which would be loaded for it. */
    private static final long NANOS = 1_000_000;

    private final Instrumentation instrumentation;

    /** Null where the agent lives. */
    private final Runnable opener;

    /** Runs {@link #opener}; made before it is needed, so that no class is needed to make it. */
    private final Thread starter;

    private volatile ClassFileTransformer behind;

    /** Whether nobody has to wait for the agent any more, come to life or not. */
    private volatile boolean released;

    /** Whether classes may have been loaded without hooks. */
    private volatile boolean late;

    /** Errors that were kept from class loading; counted roughly. */
    private volatile int swallowed;

    /** Guarded by this, as the next one. */
    private boolean registered;

    private boolean started;

    /**
     * @param instrumentation the JVM's
     * @param opener brings the agent to life and calls {@link #open}, on a thread of its own; a
     *     {@link VirtualMachineError} that it throws has it tried again. Null if the agent lives
     */
    public TlsGate(Instrumentation instrumentation, Runnable opener) {
        this.instrumentation = instrumentation;
        this.opener = opener;
        this.starter = opener == null ? null : starter(this);
        this.released = opener == null;
    }

    private static Thread starter(Runnable task) {
        String name = "tlsleak-start";
        try {
            ThreadGroup root = Thread.currentThread().getThreadGroup();
            while (root.getParent() != null) {
                root = root.getParent();
            }
            return prepared(new Thread(root, task, name));
        } catch (SecurityException e) {
            // a SecurityManager that was there before: the thread ends soon, its group may be any
            return new Thread(task, name);
        }
    }

    private static Thread prepared(Thread thread) {
        thread.setDaemon(true);
        thread.setContextClassLoader(TlsGate.class.getClassLoader().getParent());
        return thread;
    }

    /** Whether a class that carries hooks is loaded already: too late to wait for the first. */
    public static boolean isTooLate(Instrumentation instrumentation) {
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            String name = type.getName();
            // most names end here
            boolean near = name.startsWith("javax.net.ssl.") || name.startsWith("sun.security.ssl");
            if (near
                    && type.getClassLoader() == null
                    && JdkClasses.onLoad(name.replace('.', '/'))) {
                return true;
            }
        }
        return false;
    }

    /** From now on the JVM asks it. */
    public synchronized void register() {
        if (!registered) {
            registered = true;
            // both are used in transform()
            JdkClasses.onLoad(String.valueOf(new InterruptedException().getMessage()));
            instrumentation.addTransformer(this, true);
        }
    }

    /** What is asked from now on. */
    void open(ClassFileTransformer transformer) {
        behind = transformer;
        register();
        release();
    }

    /** The JVM asks it no more. */
    void close() {
        release();
        instrumentation.removeTransformer(this);
        behind = null;
    }

    /**
     * Has the agent brought to life, unless that was done before, and waits for it, some seconds at
     * most. Keeps an interrupt for who waits for it.
     *
     * @return whether it lives
     */
    public boolean wake() {
        if (!released && Thread.currentThread() != starter) {
            start();
            await();
        }
        return behind != null;
    }

    /**
     * Whether classes may have been loaded without hooks, as the agent took too long.
     *
     * @return true if sessions may be older than the hooks
     */
    public boolean isLate() {
        return late;
    }

    /**
     * Errors that were kept from class loading here.
     *
     * @return about how many
     */
    public int swallowed() {
        return swallowed;
    }

    private synchronized void start() {
        if (!started) {
            // fails where the JVM has no memory for a thread: the next class tries again
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
                    // not LockSupport: of a virtual thread that would run Java code of the JDK's
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

    /** Brings the agent to life: for its own thread alone. */
    @Override
    public void run() {
        for (int i = 0; i < ATTEMPTS && behind == null; i++) {
            try {
                opener.run();
                break;
            } catch (VirtualMachineError e) {
                // no memory at this moment
                swallowed++;
                late = true;
            } catch (Throwable t) {
                swallowed++;
                break;
            } finally {
                release();
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_ATTEMPTS_MILLIS);
        } catch (InterruptedException e) {
            // nobody has a reason to; the next attempt comes sooner
            return;
        }
    }

    @Override
    public byte[] transform(
            ClassLoader loader,
            String name,
            Class<?> redefined,
            ProtectionDomain domain,
            byte[] bytes) {
        try {
            ClassFileTransformer next = behind;
            if (next == null && loader == null && name != null && JdkClasses.onLoad(name)) {
                wake();
                next = behind;
            }
            return next == null ? null : next.transform(loader, name, redefined, domain, bytes);
        } catch (Throwable t) {
            // the class is loaded as it is; what stands behind tells of what it could not do
            swallowed++;
            late = true;
            return null;
        }
    }
}
