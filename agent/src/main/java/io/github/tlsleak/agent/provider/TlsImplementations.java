package io.github.tlsleak.agent.provider;

import io.github.tlsleak.agent.instrument.access.SunState;

/**
 * Which sockets and engines do TLS themselves: none of them is another one's wrapper, whatever runs
 * inside of their handshakes. Shaded copies count: only the end of a name is compared. Stateless.
 */
public final class TlsImplementations {

    /** Beside SunJSSE's, and the engines of {@link NativeMemory}. */
    private static final String[] CLASSES = {
        "conscrypt.ConscryptFileDescriptorSocket",
        "jsse.provider.ProvSSLSocketBase",
        "jsse.provider.ProvSSLEngine",
    };

    private TlsImplementations() {}

    /**
     * Whether a class does TLS itself.
     *
     * @param type the class of a socket or engine
     * @return false where it is not known
     */
    public static boolean doesTls(Class<?> type) {
        if (SunState.isSun(type) || NativeMemory.holder(type) != null) {
            return true;
        }
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (String name : CLASSES) {
                if (c.getName().endsWith(name)) {
                    return true;
                }
            }
        }
        return false;
    }
}
