package io.github.tlsleak;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.util.Map;

/** Finds the jar that this class is from, and calls classes inside it. Stateless. */
final class OwnJar {

    private OwnJar() {}

    static File file() throws URISyntaxException {
        return new File(OwnJar.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /**
     * Makes the class path open a jar that is removed afterwards. The class path has its name then,
     * and would take any later file of that name for it.
     *
     * @param request has the path of the jar
     */
    static void keepOpen(Map<String, String> request) {
        try {
            String jar = request.get(Request.JAR);
            boolean other = jar != null && !new File(jar).equals(file());
            if (other && Boolean.parseBoolean(request.get(Request.COPY))) {
                // looking for what no jar has opens all of them
                ClassLoader.getSystemClassLoader().getResource("io/github/tlsleak/none");
            }
        } catch (URISyntaxException | RuntimeException e) {
            return; // as when the jar could not be opened
        }
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
