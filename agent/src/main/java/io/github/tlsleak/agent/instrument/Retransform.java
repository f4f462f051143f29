package io.github.tlsleak.agent.instrument;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;

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
     * Whether a class can be linked: one that cannot, for a type that it needs is missing, can have
     * no instance. To be asked of a class that is to carry no hooks yet.
     *
     * @param instrumentation the JVM's
     * @param type the class
     * @return true also for a class of which only a parameter's type is missing
     */
    static boolean isLinkable(Instrumentation instrumentation, Class<?> type) {
        if (link(type)) {
            return true;
        }
        try {
            // links it, and changes nothing
            instrumentation.retransformClasses(type);
            return true;
        } catch (LinkageError | InternalError e) {
            // "invalid class", says HotSpot of one that it fails to verify
            return false;
        } catch (Exception e) {
            // some other reason, which hooking it will tell
            return true;
        }
    }

    /**
     * Links a class, which HotSpot does before it lists the members; nothing is initialized by
     * that. It loads the types of parameters, too, which may run code of the application's.
     *
     * @return false if a type was missing: that of a parameter, found out after linking, or one
     *     without which the class cannot be linked
     */
    @SuppressWarnings("ReturnValueIgnored")
    private static boolean link(Class<?> type) {
        try {
            if (type.isInterface()) {
                type.getDeclaredMethods();
            } else {
                type.getDeclaredConstructors();
            }
            return true;
        } catch (LinkageError | SecurityException | TypeNotPresentException e) {
            return false;
        }
    }
}
