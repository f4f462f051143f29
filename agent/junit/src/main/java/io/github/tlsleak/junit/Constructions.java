package io.github.tlsleak.junit;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;

/**
 * The constructors of test instances, which JUnit calls before the test begins: each is a scope of
 * its own, which the test of that instance takes over. Thread-safe.
 */
final class Constructions {

    private static final AtomicLong NUMBERS = new AtomicLong();

    /** What this thread has constructed for the test that it is about to run. */
    private static final ThreadLocal<List<Construction>> LATEST =
            ThreadLocal.withInitial(ArrayList::new);

    /** By the id of a test: the scopes of its sessions, until its check. */
    private static final Map<String, List<String>> SCOPES = new ConcurrentHashMap<>();

    private Constructions() {}

    static <T> T proceed(Invocation<T> constructor, ExtensionContext context) throws Throwable {
        if (!AgentInJvm.isStarted()) {
            return constructor.proceed();
        }
        String parent = context.getUniqueId();
        String id = parent + "/[instance:" + NUMBERS.incrementAndGet() + ']';
        Scopes.begin(id, parent, ScopeNames.of(context) + " constructor", false);
        try {
            T instance = constructor.proceed();
            LATEST.get().add(new Construction(id, instance));
            return instance;
        } finally {
            Scopes.end(id);
        }
    }

    /** The test of a context begins on this thread: it takes over what was made for it. */
    static void adopt(ExtensionContext context, Guard guard) {
        List<String> scopes = new ArrayList<>(Collections.singletonList(guard.id));
        List<Object> instances =
                context.getTestInstances()
                        .map(all -> all.getAllInstances())
                        .orElse(Collections.emptyList());
        for (Construction construction : LATEST.get()) {
            if (construction.isOf(instances)) {
                scopes.add(construction.id);
                CurrentRun.GUARDS.put(construction.id, guard);
            }
        }
        LATEST.remove();
        SCOPES.put(guard.id, scopes);
    }

    /** The scopes of a test's sessions. */
    static List<String> scopes(String test) {
        List<String> scopes = SCOPES.remove(test);
        return scopes == null ? Collections.singletonList(test) : scopes;
    }

    /** One call. Immutable. */
    private static final class Construction {

        final String id;
        final WeakReference<Object> instance;

        Construction(String id, Object instance) {
            this.id = id;
            this.instance = new WeakReference<>(instance);
        }

        boolean isOf(List<Object> instances) {
            Object own = instance.get();
            for (Object one : instances) {
                if (one == own) {
                    return true;
                }
            }
            return false;
        }
    }
}
