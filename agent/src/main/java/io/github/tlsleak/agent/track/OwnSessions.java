package io.github.tlsleak.agent.track;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sessions and contexts of the agent itself, which are never followed. They are those that certain
 * threads make. Thread-safe.
 */
public final class OwnSessions {

    private final Set<Thread> makers = ConcurrentHashMap.newKeySet();

    /** Guarded by itself. */
    private final List<WeakReference<Object>> sessions = new ArrayList<>();

    /** False in every JVM whose agent makes no sessions: that is all a hook reads there. */
    private volatile boolean used;

    /**
     * From now on all that the current thread makes is the agent's own.
     *
     * @return false if that was so already
     */
    public boolean begin() {
        used = true;
        return makers.add(Thread.currentThread());
    }

    /** What the current thread makes after this is not. */
    public void end() {
        makers.remove(Thread.currentThread());
    }

    /** Whether what the current thread makes is the agent's own. */
    public boolean isMaking() {
        return used && makers.contains(Thread.currentThread());
    }

    /** Remembers a session of the agent's own. */
    public void add(Object session) {
        synchronized (sessions) {
            sessions.removeIf(known -> known.get() == null);
            sessions.add(new WeakReference<>(session));
        }
    }

    /** Whether a session is one of the agent's own. */
    public boolean has(Object session) {
        if (!used) {
            return false;
        }
        synchronized (sessions) {
            for (WeakReference<Object> known : sessions) {
                if (known.get() == session) {
                    return true;
                }
            }
            return false;
        }
    }
}
