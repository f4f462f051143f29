package io.github.tlsleak.agent.instrument.access;

import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/** Gives the agent's classes access to the private fields of {@code Throwable}. Stateless. */
public final class ThrowableAccess {

    private ThrowableAccess() {}

    /**
     * Gets access.
     *
     * @param instrumentation the JVM's
     * @return a look-up with private access to {@code Throwable}; null if the JVM refuses
     */
    public static MethodHandles.@Nullable Lookup lookup(Instrumentation instrumentation) {
        try {
            if (System.getProperty("java.specification.version", "").startsWith("1.")) {
                Field trusted = MethodHandles.Lookup.class.getDeclaredField("IMPL_LOOKUP");
                trusted.setAccessible(true);
                return ((MethodHandles.Lookup) trusted.get(null)).in(Throwable.class);
            }
            Class.forName("io.github.tlsleak.agent.instrument.access.ModuleAccess")
                    .getMethod("open", Instrumentation.class, String.class)
                    .invoke(null, instrumentation, "java.lang");
            return (MethodHandles.Lookup)
                    MethodHandles.class
                            .getMethod("privateLookupIn", Class.class, MethodHandles.Lookup.class)
                            .invoke(null, Throwable.class, MethodHandles.lookup());
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            return null;
        }
    }
}
