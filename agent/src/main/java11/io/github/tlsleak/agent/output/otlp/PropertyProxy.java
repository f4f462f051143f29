package io.github.tlsleak.agent.output.otlp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JDK's proxy options, as the JDK's own selector does, for a JVM whose application has
 * replaced that selector. Thread-safe.
 */
final class PropertyProxy extends ProxySelector {

    private static final String ALWAYS_DIRECT = "localhost|127.*|[::1]|0.0.0.0|[::0]";

    private final UnaryOperator<@Nullable String> properties;

    /**
     * @param properties answers an option of the JVM, or null
     */
    PropertyProxy(UnaryOperator<@Nullable String> properties) {
        this.properties = properties;
    }

    @Override
    public List<Proxy> select(URI uri) {
        return Collections.singletonList(proxy(uri));
    }

    private Proxy proxy(URI uri) {
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        String prefix = secure ? "https." : "http.";
        String host = properties.apply(prefix + "proxyHost");
        if (host == null || host.trim().isEmpty() || isDirect(uri.getHost())) {
            return Proxy.NO_PROXY;
        }
        int port = port(properties.apply(prefix + "proxyPort"), secure ? 443 : 80);
        // the client looks the name up
        InetSocketAddress address = InetSocketAddress.createUnresolved(host.trim(), port);
        return new Proxy(Proxy.Type.HTTP, address);
    }

    private static int port(@Nullable String text, int otherwise) {
        try {
            int port = text == null ? 0 : Integer.parseInt(text.trim());
            return port > 0 && port <= 0xffff ? port : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** The same option for both schemes; those of this host are added unless it is empty. */
    private boolean isDirect(@Nullable String host) {
        String given = properties.apply("http.nonProxyHosts");
        if (host == null || "".equals(given)) {
            return host == null;
        }
        String all = given == null ? ALWAYS_DIRECT : given + '|' + ALWAYS_DIRECT;
        for (String pattern : all.split("\\|")) {
            if (matches(pattern.trim().toLowerCase(Locale.ROOT), host.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    /** The asterisk stands at the beginning, at the end, or at both. */
    private static boolean matches(String pattern, String host) {
        boolean front = pattern.startsWith("*");
        boolean back = pattern.endsWith("*") && pattern.length() > 1;
        String text = pattern.substring(front ? 1 : 0, pattern.length() - (back ? 1 : 0));
        if (front && back) {
            return host.contains(text);
        }
        return front
                ? host.endsWith(text)
                : back ? host.startsWith(text) : !text.isEmpty() && host.equals(text);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException e) {
        // the next request asks anew
    }
}
