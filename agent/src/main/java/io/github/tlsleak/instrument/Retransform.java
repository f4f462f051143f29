package io.github.tlsleak.instrument;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.List;

/**
 * Retransforms a class without the race of JDK-8277444: a JVM that reads the code of a class back
 * while another thread is linking that class takes half-rewritten code for the original, and, as
 * classes of the JDK are not verified, crashes or fails with a {@link NoSuchFieldError} later.
 * Fixed in JDK 26 and in updates of older ones. A class that is linked cannot meet it.
 */
final class Retransform {

    private Retransform() {}

    /**
     * Links the class, then retransforms it.
     *
     * @param instrumentation the JVM's
     * @param type a modifiable class
     * @throws UnmodifiableClassException if it is not
     */
    static void one(Instrumentation instrumentation, Class<?> type)
            throws UnmodifiableClassException {
        link(type);
        instrumentation.retransformClasses(type);
    }

    /**
     * Retransforms classes one by one. Does not throw: what fails is lost coverage.
     *
     * @param instrumentation the JVM's
     * @param coverage hears of failures
     * @param types the classes
     * @param linked whether they are known to be linked
     */
    static void all(
            Instrumentation instrumentation,
            Coverage coverage,
            List<Class<?>> types,
            boolean linked) {
        for (Class<?> type : types) {
            try {
                if (!instrumentation.isModifiableClass(type)) {
                    coverage.lost(
                            type.getName(), new UnsupportedOperationException("unmodifiable"));
                } else if (linked) {
                    instrumentation.retransformClasses(type);
                } else {
                    one(instrumentation, type);
                }
            } catch (Throwable t) {
                coverage.lost(type.getName(), t);
            }
        }
    }

    /**
     * Links a class, which HotSpot does before it lists the members; nothing is initialized by
     * that. It loads the types of parameters, too, which may run code of the application's.
     */
    @SuppressWarnings("ReturnValueIgnored")
    static void link(Class<?> type) {
        try {
            if (type.isInterface()) {
                type.getDeclaredMethods();
            } else {
                type.getDeclaredConstructors();
            }
        } catch (LinkageError | SecurityException | TypeNotPresentException e) {
            // a parameter's type is missing, which is found out after linking; or the class cannot
            // be linked at all, and then no thread will link it while it is read
            return;
        }
    }
}
