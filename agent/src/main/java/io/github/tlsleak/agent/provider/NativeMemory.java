package io.github.tlsleak.agent.provider;

import io.github.tlsleak.agent.instrument.access.SunState;

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
     * Which class makes an engine hold such memory, from its making on.
     *
     * @param type the engine's class
     * @return the name of that class or of the one above it that has the method, or null
     */
    public static String holder(Class<?> type) {
        for (Class<?> c = SunState.isSun(type) ? null : type; c != null; c = c.getSuperclass()) {
            if (freedBy(c.getName()) != null) {
                return c.getName();
            }
        }
        return null;
    }

    /** The method without parameters that frees it, or null. */
    public static String freedBy(String className) {
        for (String[] engine : ENGINES) {
            if (className.endsWith(engine[0])) {
                return engine[1];
            }
        }
        return null;
    }
}
