package io.github.tlsleak.instrument;

/**
 * Which engines hold memory that no collection of theirs frees, and the method in which each gives
 * it back. Shaded copies count: only the end of a name is compared. Stateless.
 */
public final class NativeMemory {

    private static final String[][] ENGINES = {
        {"conscrypt.ConscryptEngine", "closeAndFreeResources"},
        {"netty.handler.ssl.ReferenceCountedOpenSslEngine", "shutdown"},
        {"wildfly.openssl.OpenSSLEngine", "shutdown"},
    };

    private NativeMemory() {}

    /**
     * Whether an engine holds such memory from its making on.
     *
     * @param type its class
     * @return true if the class, or one above it, is known to
     */
    public static boolean isHeldBy(Class<?> type) {
        if (SunState.isSun(type)) {
            return false;
        }
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            if (freedBy(c.getName()) != null) {
                return true;
            }
        }
        return false;
    }

    /** The method without parameters that frees it, or null. */
    static String freedBy(String className) {
        for (String[] engine : ENGINES) {
            if (className.endsWith(engine[0])) {
                return engine[1];
            }
        }
        return null;
    }
}
