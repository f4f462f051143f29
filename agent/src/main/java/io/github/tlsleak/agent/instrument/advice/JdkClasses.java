package io.github.tlsleak.agent.instrument.advice;

import java.lang.instrument.Instrumentation;

/**
 * Names, with slashes, of the JDK's classes that get their hooks when they are loaded. The gate
 * compares them before any other class of this package is loaded. Stateless.
 *
 * <p>These are the classes of {@link Instrumentations#ALL} with {@link ClassAdvice.When#LOAD}; a
 * unit test holds the two lists equal.
 */
public final class JdkClasses {

    public static final String SSL_SOCKET = "javax/net/ssl/SSLSocket";
    public static final String SSL_ENGINE = "javax/net/ssl/SSLEngine";
    public static final String SSL_SERVER_SOCKET = "javax/net/ssl/SSLServerSocket";
    public static final String SSL_SOCKET_FACTORY = "javax/net/ssl/SSLSocketFactory";
    public static final String SSL_CONTEXT = "javax/net/ssl/SSLContext";
    public static final String SUN_TRANSPORT = "sun/security/ssl/TransportContext";
    public static final String SUN_RECORD = "sun/security/ssl/SSLSocketOutputRecord";
    public static final String SUN_SOCKET = "sun/security/ssl/SSLSocketImpl";
    public static final String SUN_BASE_SOCKET = "sun/security/ssl/BaseSSLSocketImpl";
    public static final String SUN_ENGINE = "sun/security/ssl/SSLEngineImpl";
    public static final String SUN_INPUT = "sun/security/ssl/SSLSocketImpl$AppInputStream";
    public static final String SUN_OUTPUT = "sun/security/ssl/SSLSocketImpl$AppOutputStream";

    private JdkClasses() {}

    /**
     * Whether the loading of a class shows that the program uses TLS. Texts are compared one by
     * one: a set would need classes of its own while the JVM loads a class.
     *
     * @param internalName a class of the boot loader, with slashes
     * @return true if the class gets its hooks when it is loaded
     */
    public static boolean showsTls(String internalName) {
        switch (internalName) {
            case SSL_SOCKET:
            case SSL_ENGINE:
            case SSL_SERVER_SOCKET:
            case SSL_SOCKET_FACTORY:
            case SSL_CONTEXT:
            case SUN_TRANSPORT:
            case SUN_RECORD:
            case SUN_SOCKET:
            case SUN_BASE_SOCKET:
            case SUN_ENGINE:
            case SUN_INPUT:
            case SUN_OUTPUT:
                return true;
            default:
                return false;
        }
    }

    /** Whether a class of JSSE is loaded already: then it is too late to wait for the first one. */
    public static boolean isOneLoaded(Instrumentation instrumentation) {
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            String name = type.getName();
            // most names fail this test
            boolean near = name.startsWith("javax.net.ssl.") || name.startsWith("sun.security.ssl");
            if (near && type.getClassLoader() == null && showsTls(name.replace('.', '/'))) {
                return true;
            }
        }
        return false;
    }
}
