package io.github.tlsleak.instrument;

import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which classes are to carry hooks. Thread-safe. */
final class Targets {

    /** Classes of providers and users, found by their first instance. */
    private final ClassSet seen = new ClassSet();

    /** Set once TLS is in use. */
    private volatile boolean sockets;

    /** Set once engines are. */
    private volatile boolean channels;

    /** Set once an MBean server is. */
    private volatile boolean management;

    /** Of the sockets, those that got their hooks while they were loaded. */
    private final Set<String> woven = Collections.newSetFromMap(new ConcurrentHashMap<>());

    /** A class of the boot loader is being loaded, with hooks. */
    void woven(String name) {
        if (Types.onUse(name) || Types.onEngineUse(name)) {
            woven.add(name);
        }
    }

    /** Whether a socket's class was loaded with hooks, and need not be transformed once more. */
    boolean isWoven(String name) {
        return woven.contains(name);
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
                && (Types.onLoad(name)
                        || (sockets && Types.onUse(name))
                        || (channels && Types.onEngineUse(name)))) {
            return true;
        }
        return redefined != null && seen.contains(redefined);
    }
}
