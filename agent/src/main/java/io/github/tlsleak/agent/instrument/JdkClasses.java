package io.github.tlsleak.agent.instrument;

/** Names of the JDK classes that are instrumented as they are loaded. */
public final class JdkClasses {

    public static final String SOCKET = "java/net/Socket";
    public static final String SERVER_SOCKET = "java/net/ServerSocket";
    public static final String SOCKET_CHANNEL = "sun/nio/ch/SocketChannelImpl";
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

    /** Its loading shows that somebody makes an MBean server. */
    static final String MBEAN_SERVER = "com/sun/jmx/mbeanserver/JmxMBeanServer";

    private JdkClasses() {}

    /**
     * Whether a class of the boot loader is instrumented when it is loaded, which shows that the
     * program uses TLS. A comparison of texts: no set, for its classes would be needed where
     * classes are loaded.
     */
    static boolean onLoad(String internalName) {
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

    /** Whether it is instrumented once TLS is in use: plain sockets are common, TLS is not. */
    static boolean onUse(String internalName) {
        return internalName.equals(SOCKET) || internalName.equals(SERVER_SOCKET);
    }

    /** Whether it is instrumented once engines are in use. */
    static boolean onEngineUse(String internalName) {
        return internalName.equals(SOCKET_CHANNEL);
    }

    /**
     * Whether a class that gets hooks is an engine, told by names: it may be asked while the JVM
     * loads a class, and an {@code SSLEngine} loaded in there would get no hooks.
     *
     * @param redefined the class, or null if it is being loaded: one of the JDK's then
     */
    public static boolean isEngine(String internalName, Class<?> redefined) {
        return redefined == null ? internalName.equals(SUN_ENGINE) : isA(SSL_ENGINE, redefined);
    }

    /**
     * Whether a class that gets hooks is a factory, which holds no session; told by names, too.
     *
     * @param redefined the class, or null if it is being loaded: the base of factories at most
     */
    public static boolean isFactory(String internalName, Class<?> redefined) {
        return redefined == null
                ? internalName.equals(SSL_SOCKET_FACTORY)
                : isA(SSL_SOCKET_FACTORY, redefined);
    }

    private static boolean isA(String base, Class<?> type) {
        String name = base.replace('/', '.');
        Class<?> above = type;
        while (above != null && !above.getName().equals(name)) {
            above = above.getSuperclass();
        }
        return above != null;
    }
}
