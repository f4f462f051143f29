package io.github.tlsleak.apps.attach;

import java.io.File;
import java.io.IOException;

/**
 * Halts as soon as somebody attaches: when the JVM opens the socket that tools attach through; or,
 * as the system class loader ({@code -Djava.system.class.loader}), when a jar is to be loaded.
 */
public final class EndsInAttach extends ClassLoader {

    /**
     * Called by the JVM where this is the system class loader.
     *
     * @param parent the loader that would be it
     */
    public EndsInAttach(ClassLoader parent) {
        super(parent);
    }

    /**
     * Called by the JVM for a jar that is to be loaded.
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
