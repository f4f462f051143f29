package io.github.tlsleak.junit;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Makes the instance of a test that is over garbage, with the sessions in its fields: JUnit keeps
 * it until the check is over. Stateless, thread-safe.
 *
 * <p>It needs private fields of JUnit. Where they are not to be had, and where a {@link
 * TestWatcher} may ask for the instance later, nothing happens: such sessions are found by the next
 * check. JUnit before 5.12 does not tell whether there is one.
 */
final class InstanceRelease {

    private InstanceRelease() {}

    /** Releases the instance of a test, or of a class whose tests share one. */
    static void of(ExtensionContext context) {
        boolean ofMethod = context.getTestMethod().isPresent();
        Lifecycle lifecycle = ofMethod ? Lifecycle.PER_METHOD : Lifecycle.PER_CLASS;
        if (context.getTestInstanceLifecycle().orElse(null) != lifecycle) {
            return;
        }
        try {
            Field instances = field(context, "testInstances");
            if (instances != null && (!ofMethod || !mayHaveWatchers(context))) {
                instances.set(context, null);
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            // another JUnit, or a module that is not open: the next check finds it
            return;
        }
    }

    private static boolean mayHaveWatchers(ExtensionContext method)
            throws ReflectiveOperationException {
        Field field = field(method, "extensionRegistry");
        Object registry = field == null ? null : field.get(method);
        if (registry == null) {
            return true;
        }
        Method extensions = registry.getClass().getMethod("getExtensions", Class.class);
        extensions.setAccessible(true);
        return !((List<?>) extensions.invoke(registry, TestWatcher.class)).isEmpty();
    }

    private static @Nullable Field field(Object object, String name) {
        for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field;
                }
            }
        }
        return null;
    }
}
