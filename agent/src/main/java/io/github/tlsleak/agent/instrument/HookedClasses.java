package io.github.tlsleak.agent.instrument;

import io.github.tlsleak.agent.instrument.advice.ClassAdvice.When;
import io.github.tlsleak.agent.instrument.advice.Instrumentations;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Knows which classes are to carry hooks, and which do. A class counts as hooked once its weaving
 * was seen to succeed; nothing is assumed. Thread-safe.
 */
final class HookedClasses {

    /** Classes of providers and users, found by their first instance. */
    private final WeakClassSet seen = new WeakClassSet();

    /** Classes that were woven when they were retransformed. */
    private final WeakClassSet woven = new WeakClassSet();

    /** Classes of the boot loader that were woven when they were loaded, with slashes. */
    private final Set<String> wovenAtLoad = Collections.newSetFromMap(new ConcurrentHashMap<>());

    /** Classes of the boot loader whose weaving failed, with slashes. */
    private final Set<String> notWoven = Collections.newSetFromMap(new ConcurrentHashMap<>());

    /** The moments that have come. */
    private final Set<When> reached = Collections.newSetFromMap(new ConcurrentHashMap<>());

    /** Whether conclusions that were drawn from this may be wrong. */
    private volatile boolean shaken;

    HookedClasses() {
        reached.add(When.LOAD);
    }

    /**
     * A class has got its hooks.
     *
     * @param name its name with slashes
     * @param redefined the class; null if it is being loaded, as only those of the boot loader are
     */
    void wove(String name, @Nullable Class<?> redefined) {
        if (redefined == null) {
            wovenAtLoad.add(name);
        } else {
            woven.add(redefined);
        }
        notWoven.remove(name);
    }

    /**
     * A class did not get its hooks.
     *
     * @param boot whether it belongs to the boot loader
     * @param name its name with slashes
     * @param redefined the class; null if it is being loaded
     * @return whether it had hooks before
     */
    boolean failed(boolean boot, String name, @Nullable Class<?> redefined) {
        boolean before = redefined != null && woven.remove(redefined);
        if (boot) {
            before |= wovenAtLoad.remove(name);
        }
        shaken |= before;
        if (boot) {
            notWoven.add(name);
        }
        return before;
    }

    /** Whether classes have lost their hooks since {@link #settle}. */
    boolean isShaken() {
        return shaken;
    }

    /** From now on each class is looked at again. */
    void settle() {
        shaken = false;
    }

    /** Whether a class carries hooks. */
    boolean isWoven(Class<?> type) {
        return woven.contains(type)
                || isOfJdk(type) && wovenAtLoad.contains(type.getName().replace('.', '/'));
    }

    /**
     * Compares the name first: asking for a class loader needs a permission, which the application
     * on the stack may lack.
     */
    private static boolean isOfJdk(Class<?> type) {
        String name = type.getName();
        return (name.startsWith("java") || name.startsWith("sun."))
                && type.getClassLoader() == null;
    }

    /** Classes of the boot loader that lack the hooks they should have, with slashes. */
    Set<String> notWoven() {
        return notWoven;
    }

    /** From now on a class is to carry hooks. */
    void add(Class<?> type) {
        seen.add(type);
    }

    /** A moment has come: the classes that wait for it are to carry hooks. */
    void reach(When moment) {
        reached.add(moment);
    }

    /**
     * Whether a class is to carry hooks.
     *
     * @param loader its loader, null for the boot loader
     * @param name its name with slashes
     * @param redefined the class; null if it is being loaded
     */
    boolean match(@Nullable ClassLoader loader, String name, @Nullable Class<?> redefined) {
        When moment = loader == null ? Instrumentations.when(name) : null;
        return moment != null && reached.contains(moment)
                || redefined != null && seen.contains(redefined);
    }
}
