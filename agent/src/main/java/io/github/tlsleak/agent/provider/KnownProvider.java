package io.github.tlsleak.agent.provider;

/** Which JSSE provider a class belongs to. Stateless. */
public final class KnownProvider {

    private static final String[][] PREFIXES = {
        {"sun.security.ssl.", "SunJSSE"},
        {"com.sun.net.ssl.", "SunJSSE"},
        {"org.conscrypt.", "Conscrypt"},
        {"org.bouncycastle.jsse.", "BCJSSE"},
        {"org.wildfly.openssl.", "WildFly OpenSSL"},
        {"io.netty.handler.ssl.", "Netty"},
        {"com.ibm.jsse2.", "IBMJSSE2"},
    };

    /** By the public API: what its objects are told and what they answer. */
    private static final String PUBLIC_API = "judged by the public API only";

    private static final String[][] LIMITS = {
        {"SunJSSE", null},
        {"Netty", null},
        {
            "Conscrypt",
            "that the peer ended TCP is not seen on its sockets: UNANSWERED is LOST then"
        },
        {"BCJSSE", "what it closes by itself, for the peer has, is counted as FAILED or CLOSED"},
        {"WildFly OpenSSL", "its sockets never send a close_notify, which is a notice"},
    };

    private KnownProvider() {}

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

    /**
     * What cannot be known of a provider's sessions.
     *
     * @param provider a name that {@link #of} gave
     * @return half a sentence, or null if all is seen
     */
    public static String limits(String provider) {
        for (String[] entry : LIMITS) {
            if (entry[0].equals(provider)) {
                return entry[1];
            }
        }
        return PUBLIC_API;
    }
}
