package io.github.tlsleak.agent.output.otlp;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says in a few words why nothing could be sent. Stateless, thread-safe. */
final class SendError {

    private static final int MAX_CAUSES = 8;

    private SendError() {}

    static String text(Throwable error) {
        if (has(error, UnresolvedAddressException.class)
                || has(error, UnknownHostException.class)) {
            return "unknown host";
        }
        if (has(error, HttpConnectTimeoutException.class)) {
            return "no connection in time";
        }
        if (has(error, HttpTimeoutException.class)) {
            return "no answer in time";
        }
        if (has(error, SSLException.class)) {
            return tls(error);
        }
        if (has(error, ConnectException.class)) {
            String message = message(error, ConnectException.class);
            return message == null ? "connection refused" : message;
        }
        return error.getMessage() == null ? error.getClass().getName() : error.getMessage();
    }

    /**
     * Whether a proxy may have asked for a password before it makes a tunnel. The JDK's client then
     * has no body, not even an empty one, and OpenTelemetry's sender reads it.
     */
    static boolean isTunnelWithoutPassword(Throwable error) {
        return has(error, NullPointerException.class);
    }

    private static String tls(Throwable error) {
        String message = message(error, SSLException.class);
        boolean unknown =
                has(error, CertificateException.class) || String.valueOf(message).contains("PKIX");
        return unknown
                ? "its certificate is not trusted ("
                        + message
                        + "); see OTEL_EXPORTER_OTLP_CERTIFICATE"
                : "TLS failed: " + message;
    }

    private static boolean has(Throwable error, Class<? extends Throwable> type) {
        return find(error, type) != null;
    }

    private static @Nullable String message(Throwable error, Class<? extends Throwable> type) {
        Throwable found = find(error, type);
        return found == null ? null : found.getMessage();
    }

    private static @Nullable Throwable find(Throwable error, Class<? extends Throwable> type) {
        Throwable current = error;
        for (int i = 0; current != null && i < MAX_CAUSES; i++) {
            if (type.isInstance(current)) {
                return current;
            }
            current = current.getCause();
        }
        return null;
    }
}
