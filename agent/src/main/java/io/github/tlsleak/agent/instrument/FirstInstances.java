package io.github.tlsleak.agent.instrument;

import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Gives concrete classes their hooks when their first instance is seen: so every provider and every
 * user subclass is covered without a list of names. An instance is followed only if each class on
 * its path was seen to be woven; what failed is tried again at a later instance.
 *
 * <p>Thread-safe; of many threads one does it and the others wait.
 */
final class FirstInstances {

    private static final int MAX_TYPES = 10_000;
    private static final int PATIENCE_SECONDS = 3;

    private final HookedClasses targets;
    private final RequiredClasses paths;
    private final ClassHooker hooker;
    private final TimedLock turn;

    /** Classes all of whose path carries hooks; another set after some were lost. */
    private volatile WeakClassSet complete = new WeakClassSet();

    /** Classes that will not get theirs. */
    private final WeakClassSet givenUp = new WeakClassSet();

    private volatile boolean sockets;
    private volatile boolean channels;

    FirstInstances(
            Instrumentation instrumentation,
            Coverage coverage,
            HookedClasses targets,
            WeavingRehearsal rehearsal) {
        this(
                new ClassHooker(instrumentation, coverage, targets, new HookAttempts()),
                targets,
                rehearsal,
                new TimedLock(TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)));
    }

    FirstInstances(
            ClassHooker hooker, HookedClasses targets, WeavingRehearsal rehearsal, TimedLock turn) {
        this.hooker = hooker;
        this.targets = targets;
        this.paths = new RequiredClasses(rehearsal);
        this.turn = turn;
    }

    /**
     * Makes sure that a class and its superclasses up to the JSSE base carry hooks.
     *
     * @param type the class of an instance just being made, or one that is linked
     * @return false if one of them carries none: what becomes of the instance may not be seen
     */
    boolean ensure(Class<?> type) {
        useSockets();
        return isHooked(type) || !givenUp.contains(type) && hook(type);
    }

    /** Without waiting for anybody. */
    boolean isHooked(Class<?> type) {
        return complete.contains(type) && !targets.isShaken();
    }

    /** Whether a class will not be hooked whatever is done. */
    boolean isGivenUp(Class<?> type) {
        return givenUp.contains(type);
    }

    private boolean hook(Class<?> type) {
        if (!turn.take()) {
            return isHooked(type);
        }
        try {
            if (targets.isShaken()) {
                complete = new WeakClassSet();
                targets.settle();
            }
            WeakClassSet into = complete;
            if (!into.contains(type) && hookPath(type, into)) {
                into.add(type);
            }
            return isHooked(type);
        } finally {
            turn.end();
        }
    }

    private boolean hookPath(Class<?> type, WeakClassSet into) {
        if (into.size() >= MAX_TYPES) {
            hooker.refuse(type, "more than " + MAX_TYPES + " classes of sockets and engines");
            givenUp.add(type);
            return false;
        }
        boolean all = true;
        for (Class<?> c : paths.of(type)) {
            if (targets.isWoven(c)) {
                continue;
            }
            // linked, as there are instances: linking once more could wait for a lock of the
            // program's
            all &= hooker.hook(c, true);
            if (hooker.hasGivenUp(c)) {
                givenUp.add(type);
            }
        }
        return all;
    }

    /** One thread at a time: classes that every program uses are not to be redefined in a race. */
    void useSockets() {
        if (sockets || !turn.take()) {
            return;
        }
        try {
            if (!sockets) {
                targets.addSockets();
                // in a program that has used none so far, this loads them, with hooks
                sockets = hooker.all(java.net.Socket.class, java.net.ServerSocket.class);
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
                Class<?> channel = hooker.load(JdkClasses.SOCKET_CHANNEL);
                channels = channel == null || hooker.all(channel);
            }
        } finally {
            turn.end();
        }
    }

    /** Classes of the boot loader that are loaded: each is given its hooks, or tried once more. */
    void hookLoaded(List<Class<?>> types) {
        if (!turn.take()) {
            return;
        }
        try {
            for (Class<?> type : types) {
                if (!targets.isWoven(type)) {
                    hooker.hook(type, false);
                }
            }
        } finally {
            turn.end();
        }
    }

    /** Tries classes of the boot loader again that did not get their hooks as they were loaded. */
    void tryAgain() {
        List<Class<?>> types = new ArrayList<>();
        for (String name : targets.notWoven()) {
            Class<?> type = hooker.load(name);
            if (type != null) {
                types.add(type);
            }
        }
        hookLoaded(types);
    }
}
