package io.github.tlsleak.agent.scope;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which test opens a session. Each thread has the scope that it began, or that the thread had which
 * started it. Thread-safe; application threads ask {@link #current}, which takes no lock.
 *
 * <p>A thread may belong to a container, as a server's that {@code @BeforeAll} started, or to a
 * test that is over, as a pool's. Its sessions are those of the one test that runs, if exactly one
 * does.
 */
public final class RunningTests {

    /** Ids, and no class of ours: a thread keeps its value after the agent has gone. */
    private final InheritableThreadLocal<String> ofThread = new InheritableThreadLocal<>();

    private final Map<String, TestScope> running = new ConcurrentHashMap<>();

    /** False in nearly every JVM: nothing more is looked at there. */
    private volatile boolean used;

    /**
     * A scope begins on this thread. Nothing happens if it has begun before.
     *
     * @param id tells it apart
     * @param parent the id of the container that it belongs to; null for none
     * @param name for people
     * @param container whether it holds tests
     */
    public void begin(String id, @Nullable String parent, String name, boolean container) {
        used = true;
        String before = ofThread.get();
        TestScope above = parent == null ? null : running.get(parent);
        TestScope scope = new TestScope(id, above, name, container, before);
        if (running.putIfAbsent(id, scope) == null) {
            ofThread.set(id);
        }
    }

    /** A scope ends. The thread that began it has its scope of before again. */
    public void end(String id) {
        TestScope scope = running.remove(id);
        if (scope != null && id.equals(ofThread.get())) {
            if (scope.before == null) {
                ofThread.remove();
            } else {
                ofThread.set(scope.before);
            }
        }
    }

    /** The scope of what this thread opens; null if there is none, or if several could be it. */
    public @Nullable TestScope current() {
        if (!used || running.isEmpty()) {
            return null;
        }
        String id = ofThread.get();
        TestScope own = id == null ? null : running.get(id);
        if (own != null && !own.container) {
            return own;
        }
        TestScope test = only(own, false);
        if (test != null || own != null) {
            return test == null ? own : test;
        }
        return only(null, true);
    }

    /**
     * The one scope that runs below another, and holds no other that runs.
     *
     * @param above the other; null for any
     * @param container whether it may be a container
     * @return null if there is none, or more than one
     */
    private @Nullable TestScope only(@Nullable TestScope above, boolean container) {
        TestScope found = null;
        for (TestScope scope : running.values()) {
            boolean asked = container ? !holdsOther(scope) : !scope.container;
            if (asked && scope != above && (above == null || scope.isWithin(above.id))) {
                if (found != null) {
                    return null;
                }
                found = scope;
            }
        }
        return found;
    }

    private boolean holdsOther(TestScope container) {
        for (TestScope scope : running.values()) {
            if (scope.parent == container) {
                return true;
            }
        }
        return false;
    }
}
