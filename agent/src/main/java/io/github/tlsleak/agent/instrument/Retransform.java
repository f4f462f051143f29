package io.github.tlsleak.agent.instrument;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;

/**
 * Retransforms a class without the race of JDK-8277444. In that race a JVM reads the code of a
 * class back while another thread links the class, and takes half-rewritten code for the original.
 * Classes of the JDK are not verified, so the JVM crashes later, or throws a {@link
 * NoSuchFieldError}. The bug is fixed in JDK 26 and in updates of older ones. It cannot occur with
 * a class that is linked. Stateless.
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
     * Whether a class can be linked. A class that cannot, because a type that it needs is missing,
     * has no instance. Called for classes without hooks.
     *
     * @param instrumentation the JVM's
     * @param type the class
     * @return true also if only the type of a parameter is missing
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
            // HotSpot says "invalid class" if it fails to verify one
            return false;
        } catch (Exception e) {
            // another reason, which will be reported when the class is hooked
            return true;
        }
    }

    /**
     * Links a class: HotSpot does that before it lists the members. Nothing is initialised. The
     * types of parameters are loaded as well, which may run code of the application.
     *
     * @return false if a type is missing: the type of a parameter, which is noticed after linking,
     *     or a type without which the class cannot be linked
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
