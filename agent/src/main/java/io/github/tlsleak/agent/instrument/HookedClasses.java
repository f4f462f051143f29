package io.github.tlsleak.agent.instrument;

import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which classes are to carry hooks, and which do: known from seeing them woven, never assumed.
 * Thread-safe.
 */
final class HookedClasses {

    /** Classes of providers and users, found by their first instance. */
    private final WeakClassSet seen = new WeakClassSet();

    /** Classes that were woven as they were transformed once more. */
    private final WeakClassSet woven = new WeakClassSet();

    /** Classes of the boot loader that were woven as they were loaded, with slashes. */
    private final Set<String> wovenAtLoad = Collections.newSetFromMap(new ConcurrentHashMap<>());

    /** Classes of the boot loader that were to be woven and are not, with slashes. */
    private final Set<String> notWoven = Collections.newSetFromMap(new ConcurrentHashMap<>());

    /** Whether what was concluded from all this may be wrong. */
    private volatile boolean shaken;

    /** Set once TLS is in use. */
    private volatile boolean sockets;

    /** Set once engines are. */
    private volatile boolean channels;

    /** Set once an MBean server is. */
    private volatile boolean management;

    /**
     * A class has got its hooks.
     *
     * @param redefined the class, or null if it is being loaded: one of the boot loader then
     */
    void wove(String name, Class<?> redefined) {
        if (redefined == null) {
            wovenAtLoad.add(name);
        } else {
            woven.add(redefined);
        }
        notWoven.remove(name);
    }

    /**
     * A class did not get its hooks; as {@link #wove}.
     *
     * @return whether it had some before
     */
    boolean failed(boolean boot, String name, Class<?> redefined) {
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

    /** Whether each class carries hooks is looked at anew from now on. */
    void settle() {
        shaken = false;
    }

    /** Whether a class carries hooks. */
    boolean isWoven(Class<?> type) {
        return woven.contains(type) || isOfJdk(type) && isWoven(type.getName().replace('.', '/'));
    }

    /** Whether a class of the boot loader was loaded with hooks. */
    boolean isWoven(String internalName) {
        return wovenAtLoad.contains(internalName);
    }

    /**
     * By name first: to ask for a loader takes a permission, and the application is on the stack.
     */
    private static boolean isOfJdk(Class<?> type) {
        String name = type.getName();
        return (name.startsWith("java") || name.startsWith("sun."))
                && type.getClassLoader() == null;
    }

    /** Classes of the boot loader without the hooks that they should have, with slashes. */
    Set<String> notWoven() {
        return notWoven;
    }

    void add(Class<?> type) {
        seen.add(type);
    }

    void addSockets() {
        sockets = true;
    }

    void addChannels() {
        channels = true;
    }

    void addManagement() {
        management = true;
    }

    boolean usesManagement() {
        return management;
    }

    boolean match(ClassLoader loader, String name, Class<?> redefined) {
        if (loader == null
                && (JdkClasses.onLoad(name)
                        || (sockets && JdkClasses.onUse(name))
                        || (channels && JdkClasses.onEngineUse(name)))) {
            return true;
        }
        return redefined != null && seen.contains(redefined);
    }
}
