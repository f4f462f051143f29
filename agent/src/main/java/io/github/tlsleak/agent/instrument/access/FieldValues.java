package io.github.tlsleak.agent.instrument.access;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * Reads private fields of objects of the application by name. No method of them is called, and no
 * class of them is kept. Stateless.
 */
final class FieldValues {

    private FieldValues() {}

    /**
     * The value of a field of an object's class or its superclasses.
     *
     * @return null if there is no such field, or if it holds null
     * @throws RuntimeException if the module of the class is closed
     */
    static @Nullable Object of(@Nullable Object object, String name) {
        return object == null ? null : of(object, object.getClass(), name);
    }

    /** As {@link #of(Object, String)}, from a certain class on. */
    static @Nullable Object of(Object object, Class<?> type, String name) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return read(field, object);
                }
            }
        }
        return null;
    }

    private static @Nullable Object read(Field field, Object object) {
        try {
            field.setAccessible(true);
            return field.get(object);
        } catch (IllegalAccessException e) {
            return null;
        }
    }
}
