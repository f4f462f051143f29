package io.github.tlsleak.agent.site;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;

/** {@code Throwable} as a recorder of stacks: made without being counted, filled and emptied. */
final class ThrowableFields {

    private static final StackTraceElement[] NONE = {};

    private final MethodHandle backtrace;
    private final MethodHandle setBacktrace;
    private final MethodHandle setStackTrace;
    private final Constructor<?> blank;

    /**
     * @param lookup with private access to {@code Throwable}
     * @throws ReflectiveOperationException if this JVM's is another
     */
    ThrowableFields(MethodHandles.Lookup lookup) throws ReflectiveOperationException {
        backtrace = lookup.findGetter(Throwable.class, "backtrace", Object.class);
        setBacktrace = lookup.findSetter(Throwable.class, "backtrace", Object.class);
        setStackTrace = lookup.findSetter(Throwable.class, "stackTrace", StackTraceElement[].class);
        blank = blankConstructor();
    }

    /** The flight recorder counts calls of the constructor, and may make an event of each. */
    private static Constructor<?> blankConstructor() throws ReflectiveOperationException {
        Class<?> type = Class.forName("sun.reflect.ReflectionFactory");
        Object factory = type.getMethod("getReflectionFactory").invoke(null);
        return (Constructor<?>)
                type.getMethod("newConstructorForSerialization", Class.class, Constructor.class)
                        .invoke(factory, Throwable.class, Object.class.getConstructor());
    }

    /** A recorder, empty. */
    Throwable make() throws Throwable {
        Throwable made = (Throwable) blank.newInstance();
        // null would mean: not to be filled
        setStackTrace.invokeExact(made, NONE);
        return made;
    }

    /** Fills a recorder with the current stack; returns its backtrace, null if there is none. */
    Object[] fill(Throwable recorder) throws Throwable {
        recorder.fillInStackTrace();
        return (Object[]) (Object) backtrace.invokeExact(recorder);
    }

    /** Lets go of the classes that were on the stack. */
    void empty(Throwable recorder) throws Throwable {
        setBacktrace.invokeExact(recorder, (Object) null);
    }
}
