package io.github.tlsleak;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;

/**
 * Entry of the jar: {@code -javaagent:tlsleak.jar} and {@code java -jar tlsleak.jar}.
 *
 * <p>Finds its own jar, sets up the isolating loader and hands over; whatever goes wrong there is
 * one line on stderr and never reaches the application.
 */
public final class TlsLeak {

    private TlsLeak() {}

    /**
     * Called by the JVM before the application's main method.
     *
     * @param args the text behind {@code -javaagent:tlsleak.jar=}, may be null
     * @param instrumentation the JVM's instrumentation
     */
    public static void premain(String args, Instrumentation instrumentation) {
        try {
            call(
                    "io.github.tlsleak.agent.Agent",
                    "start",
                    new Class<?>[] {String.class, Instrumentation.class, ClassLoader.class},
                    args,
                    instrumentation);
        } catch (Throwable t) {
            System.err.println(
                    "[tlsleak] ERROR not started, the application runs without it: " + t);
        }
    }

    /**
     * Tells how to use the jar.
     *
     * @param args {@code version}, or anything else for the help
     */
    public static void main(String[] args) {
        try {
            call(
                    "io.github.tlsleak.cli.Main",
                    "run",
                    new Class<?>[] {String[].class},
                    (Object) args);
        } catch (Throwable t) {
            System.err.println("tlsleak: cannot start: " + t);
        }
    }

    private static void call(String type, String method, Class<?>[] types, Object... args)
            throws Exception {
        File jar =
                new File(TlsLeak.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        ClassLoader loader = new AgentClassLoader(jar);
        Object[] all = new Object[types.length];
        System.arraycopy(args, 0, all, 0, args.length);
        if (args.length < types.length) {
            all[args.length] = loader;
        }
        try {
            Class.forName(type, true, loader).getMethod(method, types).invoke(null, all);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception ? (Exception) e.getCause() : e;
        }
    }
}
