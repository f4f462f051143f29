package io.github.tlsleak.verdict;

/** Which JSSE provider a class belongs to. Stateless. */
public final class Providers {

    private static final String[][] PREFIXES = {
        {"sun.security.ssl.", "SunJSSE"},
        {"com.sun.net.ssl.", "SunJSSE"},
        {"org.conscrypt.", "Conscrypt"},
        {"org.bouncycastle.jsse.", "BCJSSE"},
        {"org.wildfly.openssl.", "WildFly OpenSSL"},
        {"io.netty.handler.ssl.", "Netty"},
        {"com.ibm.jsse2.", "IBMJSSE2"},
    };

    private Providers() {}

    /**
     * The provider's name.
     *
     * @param className class of a socket or engine
     * @return the name the provider registers under where it has one, or null if not known
     */
    public static String of(String className) {
        for (String[] entry : PREFIXES) {
            if (className.startsWith(entry[0])) {
                return entry[1];
            }
        }
        return null;
    }
}
