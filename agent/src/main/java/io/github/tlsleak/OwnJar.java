package io.github.tlsleak;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;

/** Finds the jar that this class is from, and calls classes inside it. Stateless. */
final class OwnJar {

    private OwnJar() {}

    static File file() throws URISyntaxException {
        return new File(OwnJar.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** Calls a public static method with one parameter, and throws what that throws. */
    static Object call(
            ClassLoader from, String type, String method, Class<?> parameter, Object argument)
            throws Exception {
        try {
            return Class.forName(type, true, from)
                    .getMethod(method, parameter)
                    .invoke(null, argument);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error) {
                throw (Error) e.getCause();
            }
            throw e.getCause() instanceof Exception ? (Exception) e.getCause() : e;
        }
    }
}
