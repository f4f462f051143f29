package io.github.tlsleak.junit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The guarded tests and classes of this JVM by JUnit's unique ids, in which that of a container is
 * the beginning of those in it. Thread-safe.
 */
final class Guards {

    private static final String NEXT = "/[";

    private final Map<String, Guard> byScope = new ConcurrentHashMap<>();

    /** Guards a scope, in place of an earlier run of the same test. */
    void put(String scope, Guard guard) {
        byScope.put(scope, guard);
    }

    /** The guard of a scope or of the nearest container around it; null if it is not guarded. */
    @Nullable Guard of(@Nullable String scope) {
        String id = scope;
        while (id != null) {
            Guard guard = byScope.get(id);
            if (guard != null) {
                return guard;
            }
            int end = id.lastIndexOf(NEXT);
            id = end < 0 ? null : id.substring(0, end);
        }
        return null;
    }

    /** Whether that scope is this container, or in it. */
    static boolean isWithin(String scope, String container) {
        return scope.equals(container) || scope.startsWith(container + NEXT);
    }
}
