package io.github.tlsleak.agent.instrument;

import io.github.tlsleak.agent.instrument.advice.ClassAdvice.When;
import io.github.tlsleak.agent.instrument.advice.Instrumentations;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Gives a class its hooks when its first instance is seen. So every provider and every subclass of
 * a user is covered without a list of names. An instance is followed only if each class on its path
 * was seen to be woven. What failed is tried again at a later instance.
 *
 * <p>Thread-safe. One thread does the work, and others that need it wait.
 */
final class FirstInstances {

    private static final int MAX_TYPES = 10_000;
    private static final int PATIENCE_SECONDS = 3;

    private final HookedClasses hooked;
    private final RequiredClasses paths;
    private final ClassHooker hooker;
    private final TimedLock lock;

    /** Classes whose whole path carries hooks. A new set replaces it when hooks were lost. */
    private volatile WeakClassSet complete = new WeakClassSet();

    /** Classes that will never get hooks. */
    private final WeakClassSet givenUp = new WeakClassSet();

    private volatile boolean sockets;
    private volatile boolean channels;

    FirstInstances(
            Instrumentation instrumentation,
            Coverage coverage,
            HookedClasses hooked,
            WeavingRehearsal rehearsal) {
        this(
                new ClassHooker(instrumentation, coverage, hooked, new HookAttempts()),
                hooked,
                rehearsal,
                new TimedLock(TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)));
    }

    FirstInstances(
            ClassHooker hooker, HookedClasses hooked, WeavingRehearsal rehearsal, TimedLock lock) {
        this.hooker = hooker;
        this.hooked = hooked;
        this.paths = new RequiredClasses(rehearsal);
        this.lock = lock;
    }

    /**
     * Makes sure that a class and its superclasses, up to the base in JSSE, carry hooks.
     *
     * @param type a class that is linked: an instance of it is being made, or somebody linked it
     * @return false if one of the classes carries none: an end of the instance may not be seen
     */
    boolean ensure(Class<?> type) {
        useSockets();
        return isHooked(type) || !givenUp.contains(type) && hook(type);
    }

    /** Whether a class and its path carry hooks. Does not wait. */
    boolean isHooked(Class<?> type) {
        return complete.contains(type) && !hooked.isShaken();
    }

    /** Whether a class will never be hooked. */
    boolean isGivenUp(Class<?> type) {
        return givenUp.contains(type);
    }

    private boolean hook(Class<?> type) {
        if (!lock.take()) {
            return isHooked(type);
        }
        try {
            if (hooked.isShaken()) {
                complete = new WeakClassSet();
                hooked.settle();
            }
            WeakClassSet into = complete;
            if (!into.contains(type) && hookPath(type, into)) {
                into.add(type);
            }
            return isHooked(type);
        } finally {
            lock.end();
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
            if (hooked.isWoven(c)) {
                continue;
            }
            // it is linked, because there are instances; asking for that again could wait for a
            // lock of the program
            all &= hooker.hook(c, true);
            if (hooker.hasGivenUp(c)) {
                givenUp.add(type);
            }
        }
        return all;
    }

    /** TLS is in use. In a program without sockets so far this loads their classes, with hooks. */
    void useSockets() {
        if (!sockets && lock.take()) {
            try {
                sockets = sockets || reach(When.TLS_USE);
            } finally {
                lock.end();
            }
        }
    }

    /** Engines are in use: their records go to channels. */
    void useChannels() {
        if (!channels && lock.take()) {
            try {
                channels = channels || reach(When.ENGINE_USE);
            } finally {
                lock.end();
            }
        }
    }

    /** Whether all classes that waited for a moment carry hooks now, or never will. */
    private boolean reach(When moment) {
        hooked.reach(moment);
        boolean all = true;
        for (String name : Instrumentations.names(moment)) {
            Class<?> type = hooker.load(name);
            all &= type == null || hooker.isDone(type);
        }
        return all;
    }

    /** Hooks loaded classes of the boot loader, unless they carry hooks already. */
    void hookLoaded(List<Class<?>> types) {
        if (!lock.take()) {
            return;
        }
        try {
            for (Class<?> type : types) {
                if (!hooked.isWoven(type)) {
                    hooker.hook(type, false);
                }
            }
        } finally {
            lock.end();
        }
    }

    /** Tries classes of the boot loader again whose weaving failed when they were loaded. */
    void tryAgain() {
        List<Class<?>> types = new ArrayList<>();
        for (String name : hooked.notWoven()) {
            Class<?> type = hooker.load(name);
            if (type != null) {
                types.add(type);
            }
        }
        hookLoaded(types);
    }
}
