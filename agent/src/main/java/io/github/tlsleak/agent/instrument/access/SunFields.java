package io.github.tlsleak.agent.instrument.access;

import java.lang.reflect.Field;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Fields of a provider's classes, by name, each looked up once. Thread-safe.
 *
 * <p>Nothing is thrown and caught here in the normal course: HotSpot keeps the last exception that
 * compiled code caught on a thread ({@code JavaThread::_exception_oop}) until the next one, as a
 * root of the heap that no dump shows, and with it the classes on that exception's stack. Thrown in
 * a hook, on an application's thread, it would keep the agent's loader there after a detach.
 */
final class SunFields {

    private final String prefix;
    // by class and name; few, for they are of one provider's classes
    private final Map<String, Optional<Field>> known = new ConcurrentHashMap<>();

    /**
     * A table of its own.
     *
     * @param prefix what the names of classes begin with whose fields are looked at
     */
    SunFields(String prefix) {
        this.prefix = prefix;
    }

    /** The accessible field of a class or of those it extends; null if there is none. */
    Field of(Class<?> type, String name) {
        String key = type.getName() + '#' + name;
        Optional<Field> field = known.get(key);
        if (field == null) {
            field = find(type, name);
            known.put(key, field);
        }
        return field.orElse(null);
    }

    private Optional<Field> find(Class<?> type, String name) {
        // the application on the stack may lack the permission
        return AccessController.doPrivileged(
                (PrivilegedAction<Optional<Field>>) () -> declared(type, name));
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
