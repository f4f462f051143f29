package io.github.tlsleak.agent.instrument.access;

import java.lang.reflect.Field;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds fields of a provider's classes by their names; each is looked up once. Thread-safe.
 *
 * <p>A field that is missing is found out without an exception. HotSpot keeps the last exception
 * that compiled code caught on a thread ({@code JavaThread::_exception_oop}) until the next one. It
 * is a root of the heap that no heap dump shows, and it keeps the classes on its stack alive. On an
 * application's thread that would keep the agent's loader after a detach.
 */
final class SunFields {

    private final String prefix;
    // by name and class; there are few, because all are of one provider
    private final Map<String, Map<String, Optional<Field>>> known = new ConcurrentHashMap<>();

    /**
     * @param prefix how the names of the classes begin in which fields are looked for
     */
    SunFields(String prefix) {
        this.prefix = prefix;
    }

    /** The field of a class or its superclasses, made accessible; null if there is none. */
    @Nullable Field of(Class<?> type, String name) {
        Map<String, Optional<Field>> byClass = known.get(name);
        if (byClass == null) {
            byClass = new ConcurrentHashMap<>();
            known.put(name, byClass);
        }
        Optional<Field> field = byClass.get(type.getName());
        if (field == null) {
            field = find(type, name);
            byClass.put(type.getName(), field);
        }
        return field.orElse(null);
    }

    private Optional<Field> find(Class<?> type, String name) {
        // the application on the stack may lack the permission
        return AccessController.doPrivileged(
                new PrivilegedAction<Optional<Field>>() {
                    @Override
                    public Optional<Field> run() {
                        return declared(type, name);
                    }
                });
    }

    private Optional<Field> declared(Class<?> type, String name) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            if (!c.getName().startsWith(prefix)) {
                continue;
            }
            for (Field field : c.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return Optional.of(field);
                }
            }
        }
        return Optional.empty();
    }
}
