package io.github.tlsleak.apps.attach;

import java.io.File;
import java.io.IOException;

/**
 * Halts as soon as a tool attaches: when the JVM opens the socket that tools attach through, or
 * when a jar is to be loaded. For the latter this class is the system class loader ({@code
 * -Djava.system.class.loader}).
 */
public final class EndsInAttach extends ClassLoader {

    /**
     * Called by the JVM if this class is the system class loader.
     *
     * @param parent the usual system class loader
     */
    public EndsInAttach(ClassLoader parent) {
        super(parent);
    }

    /**
     * Called by the JVM to load a jar.
     *
     * @param jar its path
     */
    @SuppressWarnings("unused")
    private void appendToClassPathForInstrumentation(String jar) {
        Runtime.getRuntime().halt(0);
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        String pid = new File("/proc/self").getCanonicalFile().getName();
        System.out.println("ready");
        if (args[0].equals("jar")) {
            Thread.sleep(Long.MAX_VALUE);
        }
        while (!new File("/tmp/.java_pid" + pid).exists()) {
            Thread.yield();
        }
        Runtime.getRuntime().halt(0);
    }
}
