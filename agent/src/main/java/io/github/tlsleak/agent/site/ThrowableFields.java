package io.github.tlsleak.agent.site;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import org.jspecify.annotations.Nullable;

/**
 * Makes, fills and empties instances of {@code Throwable} that are used as recorders of stacks. A
 * flight recording does not count them as exceptions. Thread-safe.
 */
final class ThrowableFields {

    private static final StackTraceElement[] NONE = {};

    private final MethodHandle backtrace;
    private final MethodHandle setBacktrace;
    private final MethodHandle setStackTrace;
    private final Constructor<?> blank;

    /**
     * @param lookup with private access to {@code Throwable}
     * @throws ReflectiveOperationException if this JVM's {@code Throwable} has other fields
     */
    ThrowableFields(MethodHandles.Lookup lookup) throws ReflectiveOperationException {
        backtrace = lookup.findGetter(Throwable.class, "backtrace", Object.class);
        setBacktrace = lookup.findSetter(Throwable.class, "backtrace", Object.class);
        setStackTrace = lookup.findSetter(Throwable.class, "stackTrace", StackTraceElement[].class);
        blank = blankConstructor();
    }

    /**
     * A constructor that runs none of {@code Throwable}. The flight recorder counts calls of that,
     * and may record an event for each.
     */
    private static Constructor<?> blankConstructor() throws ReflectiveOperationException {
        Class<?> type = Class.forName("sun.reflect.ReflectionFactory");
        Object factory = type.getMethod("getReflectionFactory").invoke(null);
        return (Constructor<?>)
                type.getMethod("newConstructorForSerialization", Class.class, Constructor.class)
                        .invoke(factory, Throwable.class, Object.class.getConstructor());
    }

    /** Makes an empty recorder. */
    Throwable make() throws Throwable {
        Throwable made = (Throwable) blank.newInstance();
        // with null in this field, fillInStackTrace would do nothing
        setStackTrace.invokeExact(made, NONE);
        return made;
    }

    /** Fills a recorder with the current stack. Returns the backtrace, null if there is none. */
    Object @Nullable [] fill(Throwable recorder) throws Throwable {
        recorder.fillInStackTrace();
        return filled(recorder);
    }

    /** The backtrace of a filled recorder, null if there is none. */
    Object @Nullable [] filled(Throwable recorder) throws Throwable {
        return (Object[]) (Object) backtrace.invokeExact(recorder);
    }

    /** Empties a recorder, so that it does not hold the classes that were on the stack. */
    void empty(Throwable recorder) throws Throwable {
        setBacktrace.invokeExact(recorder, (Object) null);
    }
}
