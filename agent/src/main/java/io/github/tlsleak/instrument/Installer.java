package io.github.tlsleak.instrument;

import java.lang.instrument.Instrumentation;
import java.lang.ref.WeakReference;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Puts the transformer behind the gate, and instruments concrete classes when their first instance
 * is seen: so every provider and every user subclass is covered without a list of names.
 *
 * <p>Thread-safe.
 */
public final class Installer {

    private static final int MAX_TYPES = 10_000;
    private static final int LOCK_SECONDS = 3;

    private final Instrumentation instrumentation;
    private final Coverage coverage;
    private final Gate gate;
    private final Targets targets = new Targets();
    private final LazyTransformer transformer;

    /** Class name and loader identity of what was handled; names only, so nothing is pinned. */
    private final ConcurrentHashMap<String, Boolean> handled = new ConcurrentHashMap<>();

    /** The class that was handled last, most likely that of the next instance too. */
    private volatile WeakReference<Class<?>> last = new WeakReference<>(null);

    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile boolean sockets;

    /**
     * @param instrumentation the JVM's
     * @param coverage hears what is covered
     * @param firstUse is asked before the first class gets hooks
     * @param gate where the JVM asks
     */
    public Installer(
            Instrumentation instrumentation, Coverage coverage, FirstUse firstUse, Gate gate) {
        this.instrumentation = instrumentation;
        this.gate = gate;
        this.coverage = coverage;
        this.transformer = new LazyTransformer(targets, coverage, firstUse);
    }

    /**
     * Begins; classes that are loaded already get their hooks now.
     *
     * @param late true if the program may have sessions: classes of every provider are looked for
     */
    public void install(boolean late) {
        gate.open(transformer);
        Loaded loaded = Loaded.in(instrumentation);
        if (loaded.usesManagement()) {
            targets.addManagement();
        }
        retransform(loaded.named());
        if (late && loaded.usesTls()) {
            useSockets();
            for (Class<?> type : loaded.sessions()) {
                ensure(type);
            }
        }
    }

    /**
     * Whether somebody has made an MBean server, or is about to.
     *
     * @return false if looking for one would load JMX for nothing
     */
    public boolean usesManagement() {
        return targets.usesManagement();
    }

    /**
     * Gives every class its own code back. Hooks that run at this moment end as if nothing were
     * there.
     *
     * @return names of classes that could not be restored
     */
    public List<String> uninstall() {
        gate.close();
        List<String> failed = new ArrayList<>();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            String name = type.getName().replace('.', '/');
            if (targets.match(type.getClassLoader(), name, type)
                    && instrumentation.isModifiableClass(type)) {
                try {
                    Retransform.one(instrumentation, type);
                } catch (Throwable t) {
                    failed.add(type.getName() + ": " + t);
                }
            }
        }
        return failed;
    }

    /**
     * Makes sure that a class and its superclasses up to the JSSE base carry hooks.
     *
     * @param type the class of an instance just being made
     */
    public void ensure(Class<?> type) {
        useSockets();
        ClassLoader loader = type.getClassLoader();
        if (loader == null && type.getName().startsWith("sun.security.ssl.")) {
            return;
        }
        if (last.get() == type) {
            return;
        }
        String key = type.getName() + '@' + System.identityHashCode(loader);
        if (handled.containsKey(key) || handled.size() >= MAX_TYPES) {
            last = new WeakReference<>(type);
            return;
        }
        List<Class<?>> chain = new ArrayList<>();
        for (Class<?> c = type; c != null && !isBase(c); c = c.getSuperclass()) {
            targets.add(c);
            chain.add(c);
        }
        privileged(chain);
        // after, so that another thread making its first instance waits for the hooks too
        handled.put(key, Boolean.TRUE);
    }

    /** One thread at a time: classes that every program uses are not to be redefined in a race. */
    private void useSockets() {
        if (sockets || !locked()) {
            return;
        }
        try {
            if (!sockets) {
                targets.addSockets();
                privileged(socketsWithoutHooks());
                sockets = true;
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Not for ever: the application's thread may hold locks of its own. */
    private boolean locked() {
        try {
            return oneAtATime.tryLock(LOCK_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isBase(Class<?> type) {
        return type.getClassLoader() == null && type.getName().startsWith("javax.net.ssl.SSL");
    }

    /** In a program that has used none so far, this loads them, with hooks. */
    private List<Class<?>> socketsWithoutHooks() {
        List<Class<?>> without = new ArrayList<>();
        for (Class<?> type : new Class<?>[] {java.net.Socket.class, java.net.ServerSocket.class}) {
            if (!targets.isWoven(type.getName().replace('.', '/'))) {
                without.add(type);
            }
        }
        return without;
    }

    /** The application is on the stack. */
    private void privileged(List<Class<?>> types) {
        AccessController.doPrivileged(
                new PrivilegedAction<Void>() {
                    @Override
                    public Void run() {
                        retransform(types);
                        return null;
                    }
                });
    }

    private void retransform(List<Class<?>> types) {
        for (Class<?> type : types) {
            try {
                if (instrumentation.isModifiableClass(type)) {
                    Retransform.one(instrumentation, type);
                } else {
                    coverage.lost(
                            type.getName(), new UnsupportedOperationException("unmodifiable"));
                }
            } catch (Throwable t) {
                coverage.lost(type.getName(), t);
            }
        }
    }
}
