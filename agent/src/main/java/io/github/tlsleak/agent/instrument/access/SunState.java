package io.github.tlsleak.agent.instrument.access;

import io.github.tlsleak.agent.provider.ProviderClasses;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * Reads from private fields what happened to a SunJSSE socket or engine before it was adopted. The
 * public API is no help: it would begin a handshake to answer. The names of the fields are the same
 * from JDK 8u261 to 28. Thread-safe.
 */
public final class SunState {

    private static final String PACKAGE = "sun.security.ssl";

    private final boolean readable;
    private final SunFields fields = new SunFields(PACKAGE + ".");

    /**
     * Gets access to the provider's package.
     *
     * @param instrumentation the JVM's
     */
    public SunState(Instrumentation instrumentation) {
        readable = open(instrumentation, PACKAGE);
    }

    /** Opens a package of {@code java.base} to the agent; false if the JVM refuses. */
    static boolean open(Instrumentation instrumentation, String name) {
        if (System.getProperty("java.specification.version", "").startsWith("1.")) {
            return true;
        }
        try {
            Class.forName("io.github.tlsleak.agent.instrument.access.ModuleAccess")
                    .getMethod("open", Instrumentation.class, String.class)
                    .invoke(null, instrumentation, name);
            return true;
        } catch (ReflectiveOperationException | LinkageError e) {
            return false;
        }
    }

    /**
     * The {@code SSLSession} that was negotiated.
     *
     * @param object a socket or engine of any provider
     * @return null if the handshake has not finished, or if it is not known
     */
    public @Nullable Object session(Object object) {
        Object context = field(object, "conContext");
        boolean negotiated = Boolean.TRUE.equals(field(context, "isNegotiated"));
        return negotiated ? field(context, "conSession") : null;
    }

    /**
     * Whether the peer's close_notify, or its end of stream, was received.
     *
     * @param object a socket or engine of any provider
     * @return false also if it is not known
     */
    public boolean isPeerGone(Object object) {
        return Boolean.TRUE.equals(field(field(object, "conContext"), "isInputCloseNotified"));
    }

    /**
     * The name that the program connected to.
     *
     * @param socket a socket of any provider
     * @return null if there is none, or if it is not known
     */
    public @Nullable String peerHost(Object socket) {
        Object host = field(socket, "peerHost");
        return host instanceof String && !((String) host).isEmpty() ? (String) host : null;
    }

    /**
     * The transport of a socket.
     *
     * @param socket a socket of any provider
     * @return the socket itself if it is not layered; null if it is not known
     */
    public @Nullable Object below(Object socket) {
        return field(socket, "self");
    }

    private @Nullable Object field(@Nullable Object object, String name) {
        if (!readable || object == null || !ProviderClasses.isSunJsse(object.getClass())) {
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
