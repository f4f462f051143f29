package io.github.tlsleak.agent.instrument.access;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;

/**
 * What a SunJSSE socket or engine, met in the middle of its life, shows of its past: read from its
 * fields, for the public API would begin a handshake to answer. Names are the same from 8u261 to
 * 28. Thread-safe.
 */
public final class SunState {

    private static final String PACKAGE = "sun.security.ssl";

    private final boolean readable;
    private final SunFields fields = new SunFields(PACKAGE + ".");

    /**
     * Asks for access to the provider's package.
     *
     * @param instrumentation the JVM's
     */
    public SunState(Instrumentation instrumentation) {
        readable = open(instrumentation);
    }

    /**
     * Whether a class is SunJSSE's. By name first: to ask for the loader of a class that is not the
     * JDK's takes a permission, which the application on the stack may lack.
     *
     * @param type any class
     * @return true if it is
     */
    public static boolean isSun(Class<?> type) {
        return type.getName().startsWith(PACKAGE + ".") && type.getClassLoader() == null;
    }

    private static boolean open(Instrumentation instrumentation) {
        if (System.getProperty("java.specification.version", "").startsWith("1.")) {
            return true;
        }
        try {
            Class.forName("io.github.tlsleak.agent.instrument.access.ModuleAccess")
                    .getMethod("open", Instrumentation.class, String.class)
                    .invoke(null, instrumentation, PACKAGE);
            return true;
        } catch (ReflectiveOperationException | LinkageError e) {
            return false;
        }
    }

    /**
     * The session that was negotiated.
     *
     * @param object a socket or engine of any provider
     * @return its {@code SSLSession}; null if the handshake is not finished, or if it is not known
     */
    public Object session(Object object) {
        Object context = field(object, "conContext");
        boolean negotiated = Boolean.TRUE.equals(field(context, "isNegotiated"));
        return negotiated ? field(context, "conSession") : null;
    }

    /**
     * Whether the peer's close_notify, or its end of stream, has been seen.
     *
     * @param object a socket or engine
     * @return false also if it is not known
     */
    public boolean isPeerGone(Object object) {
        return Boolean.TRUE.equals(field(field(object, "conContext"), "isInputCloseNotified"));
    }

    /**
     * The name the program connected to.
     *
     * @param socket a socket
     * @return null if there is none, or if it is not known
     */
    public String peerHost(Object socket) {
        Object host = field(socket, "peerHost");
        return host instanceof String && !((String) host).isEmpty() ? (String) host : null;
    }

    /**
     * The socket a layered one works over.
     *
     * @param socket a socket
     * @return the socket itself if it is not layered, null if it is not known
     */
    public Object below(Object socket) {
        return field(socket, "self");
    }

    private Object field(Object object, String name) {
        if (!readable || object == null || !isSun(object.getClass())) {
            return null;
        }
        Field field = fields.of(object.getClass(), name);
        try {
            return field == null ? null : field.get(object);
        } catch (IllegalAccessException | RuntimeException e) {
            return null;
        }
    }
}
