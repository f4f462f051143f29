package io.github.tlsleak.instrument;

import java.lang.instrument.Instrumentation;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Gives concrete classes their hooks when their first instance is seen: so every provider and every
 * user subclass is covered without a list of names. Thread-safe; of many threads one does it and
 * the others wait.
 */
final class FirstInstances {

    private static final int MAX_TYPES = 10_000;
    private static final int PATIENCE_SECONDS = 3;

    private final Instrumentation instrumentation;
    private final Coverage coverage;
    private final Targets targets;
    private final Turn turn;

    /** Classes that have got their hooks here. */
    private final ClassSet hooked = new ClassSet();

    private volatile boolean sockets;
    private volatile boolean channels;

    FirstInstances(Instrumentation instrumentation, Coverage coverage, Targets targets) {
        this(
                instrumentation,
                coverage,
                targets,
                new Turn(TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)));
    }

    FirstInstances(Instrumentation instrumentation, Coverage coverage, Targets targets, Turn turn) {
        this.instrumentation = instrumentation;
        this.coverage = coverage;
        this.targets = targets;
        this.turn = turn;
    }

    /**
     * Makes sure that a class and its superclasses up to the JSSE base carry hooks.
     *
     * @param type the class of an instance just being made, or one that is linked
     * @return false if it carries none yet, for another thread takes too long over it: what becomes
     *     of the instance may not be seen
     */
    boolean ensure(Class<?> type) {
        useSockets();
        return isHooked(type) || hook(type);
    }

    /** Without waiting for anybody. */
    boolean isHooked(Class<?> type) {
        // those of SunJSSE got them as they were loaded
        return SunState.isSun(type) || hooked.contains(type);
    }

    private boolean hook(Class<?> type) {
        if (!turn.take()) {
            return hooked.contains(type);
        }
        try {
            if (!hooked.contains(type)) {
                hookWithSuperclasses(type);
            }
            return hooked.contains(type);
        } finally {
            turn.end();
        }
    }

    private void hookWithSuperclasses(Class<?> type) {
        if (hooked.size() >= MAX_TYPES) {
            String reason = "more than " + MAX_TYPES + " classes of sockets and engines";
            coverage.lost(type.getName(), new IllegalStateException(reason));
            return;
        }
        List<Class<?>> chain = new ArrayList<>();
        for (Class<?> c = type; c != null && !isBase(c); c = c.getSuperclass()) {
            if (!hooked.contains(c)) {
                targets.add(c);
                chain.add(c);
            }
        }
        // linked, as there are instances: linking once more could wait for a lock of the program's
        privileged(chain, true);
        // after, so that no thread making an instance goes on before the hooks are there
        for (Class<?> c : chain) {
            hooked.add(c);
        }
    }

    /** One thread at a time: classes that every program uses are not to be redefined in a race. */
    void useSockets() {
        if (sockets || !turn.take()) {
            return;
        }
        try {
            if (!sockets) {
                targets.addSockets();
                privileged(socketsWithoutHooks(), false);
                sockets = true;
            }
        } finally {
            turn.end();
        }
    }

    /** What the bytes of engines go to: to be hooked as the first engine is made. */
    void useChannels() {
        if (channels || !turn.take()) {
            return;
        }
        try {
            if (!channels) {
                targets.addChannels();
                privileged(channelsWithoutHooks(), false);
                channels = true;
            }
        } finally {
            turn.end();
        }
    }

    /** In a program that has used none so far, this loads it, with hooks. */
    private List<Class<?>> channelsWithoutHooks() {
        // the boot loader takes a permission to ask
        return AccessController.doPrivileged(
                new PrivilegedAction<List<Class<?>>>() {
                    @Override
                    public List<Class<?>> run() {
                        return unlessWoven(Types.SOCKET_CHANNEL);
                    }
                });
    }

    private List<Class<?>> unlessWoven(String internalName) {
        String name = internalName.replace('/', '.');
        List<Class<?>> without = new ArrayList<>();
        try {
            Class<?> type = Class.forName(name, false, null);
            if (!targets.isWoven(internalName)) {
                without.add(type);
            }
        } catch (ClassNotFoundException e) {
            coverage.lost(name, e);
        }
        return without;
    }

    /** By name: to ask for a loader takes a permission, and the application is on the stack. */
    private static boolean isBase(Class<?> type) {
        return type.getName().startsWith("javax.net.ssl.SSL");
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
    private void privileged(List<Class<?>> types, boolean linked) {
        AccessController.doPrivileged(
                new PrivilegedAction<Void>() {
                    @Override
                    public Void run() {
                        Retransform.all(instrumentation, coverage, types, linked);
                        return null;
                    }
                });
    }
}
