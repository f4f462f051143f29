package io.github.tlsleak.agent.provider;

import org.jspecify.annotations.Nullable;

/**
 * All that is special about one TLS provider, as data: each entry of {@link #ALL} is one provider.
 * {@link ProviderClasses} answers questions about single classes from it.
 *
 * <p>Immutable once this class is initialised, and so thread-safe.
 */
public final class KnownProvider {

    static final String SUN_PACKAGE = "sun.security.ssl.";

    private static final String PUBLIC_API = "judged by the public API only";

    static final KnownProvider[] ALL = {
        new KnownProvider("SunJSSE", SUN_PACKAGE, "com.sun.net.ssl.").unseen(null),
        new KnownProvider("Conscrypt", "org.conscrypt.")
                .unseen(
                        "on its sockets it is not seen that the peer ended TCP: UNANSWERED is LOST"
                                + " then")
                .tlsClasses("conscrypt.ConscryptFileDescriptorSocket")
                .engineSockets("conscrypt.ConscryptEngineSocket", "conscrypt.Java8EngineSocket")
                .nativeEngine("conscrypt.ConscryptEngine", "closeAndFreeResources"),
        new KnownProvider("BCJSSE", "org.bouncycastle.jsse.")
                .unseen(
                        "a connection that it closes by itself because the peer closed is reported"
                                + " as FAILED or counted as CLOSED")
                .tlsClasses("jsse.provider.ProvSSLSocketBase", "jsse.provider.ProvSSLEngine")
                .extraMethods("org.bouncycastle.jsse.provider.ProvSSL")
                // reads and writes bring about handshakes, too
                .handshake("startHandshake", "notifyHandshakeComplete")
                // each read and write calls it first
                .data("handshakeIfNecessary")
                // a read calls it when the peer has closed
                .ownClose("closeSocket"),
        new KnownProvider("WildFly OpenSSL", "org.wildfly.openssl.")
                .unseen("its sockets never send a close_notify, which is a notice")
                .nativeEngine("wildfly.openssl.OpenSSLEngine", "shutdown"),
        new KnownProvider("Netty", "io.netty.handler.ssl.")
                .unseen(null)
                .nativeEngine("netty.handler.ssl.ReferenceCountedOpenSslEngine", "shutdown"),
        new KnownProvider("IBMJSSE2", "com.ibm.jsse2."),
    };

    private final String name;
    private final String[] prefixes;
    private @Nullable String limits = PUBLIC_API;

    String[] tlsClasses = {};
    String[] engineSockets = {};

    /** Null, as each field after it, where the provider has no such thing. */
    @Nullable String nativeEngine;

    @Nullable String freeingMethod;
    @Nullable String extraMethodClasses;
    @Nullable String handshakeBegin;
    @Nullable String handshakeEnd;
    @Nullable String data;
    @Nullable String ownClose;

    /**
     * @param name the name that the provider registers under where it has one
     * @param prefixes how the names of its classes begin
     */
    private KnownProvider(String name, String... prefixes) {
        this.name = name;
        this.prefixes = prefixes;
    }

    /** What stays unseen of its sessions: half a sentence, null if nothing does. */
    private KnownProvider unseen(@Nullable String text) {
        limits = text;
        return this;
    }

    /**
     * The classes that do TLS themselves, besides {@link #nativeEngine}.
     *
     * @param nameEnds how their names end; a shaded copy has another beginning
     */
    private KnownProvider tlsClasses(String... nameEnds) {
        tlsClasses = nameEnds;
        return this;
    }

    /**
     * The sockets that work through an engine of the provider's.
     *
     * @param nameEnds how their names end; a shaded copy has another beginning
     */
    private KnownProvider engineSockets(String... nameEnds) {
        engineSockets = nameEnds;
        return this;
    }

    /**
     * The engine that holds native memory.
     *
     * @param nameEnd how its name ends; a shaded copy has another beginning
     * @param method frees the memory; it has no parameters
     */
    private KnownProvider nativeEngine(String nameEnd, String method) {
        nativeEngine = nameEnd;
        freeingMethod = method;
        return this;
    }

    /** How the names of the classes begin that may have the methods below. */
    private KnownProvider extraMethods(String prefix) {
        extraMethodClasses = prefix;
        return this;
    }

    /**
     * The methods that are called when a handshake begins and when it has finished.
     *
     * @param begin has one parameter, a boolean
     * @param end has one parameter
     */
    private KnownProvider handshake(String begin, String end) {
        handshakeBegin = begin;
        handshakeEnd = end;
        return this;
    }

    /** The method that each read and write of data calls; it has one parameter, a boolean. */
    private KnownProvider data(String method) {
        data = method;
        return this;
    }

    /** The method in which the provider itself closes the transport; it has no parameters. */
    private KnownProvider ownClose(String method) {
        ownClose = method;
        return this;
    }

    /**
     * The name of the provider that a class belongs to.
     *
     * @param className the class of a socket or engine
     * @return the name the provider registers under where it has one; null if it is not known
     */
    public static @Nullable String of(String className) {
        for (KnownProvider one : ALL) {
            for (String prefix : one.prefixes) {
                if (className.startsWith(prefix)) {
                    return one.name;
                }
            }
        }
        return null;
    }

    /**
     * What stays unseen of a provider's sessions.
     *
     * @param provider a name that {@link #of} gave
     * @return half a sentence; null if nothing stays unseen
     */
    public static @Nullable String limits(String provider) {
        for (KnownProvider one : ALL) {
            if (one.name.equals(provider)) {
                return one.limits;
            }
        }
        return PUBLIC_API;
    }
}
