package io.github.tlsleak.agent.output.otlp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP proxy on the way to a collector, as the JVM's options name it. A selector of the
 * application is its code, and is never called: it may block, throw or count. Thread-safe.
 */
final class CollectorProxy extends ProxySelector {

    private final ProxySelector jvm;

    private CollectorProxy(ProxySelector jvm) {
        this.jvm = jvm;
    }

    /** The proxies of this JVM, whatever the application has set in their place. */
    static CollectorProxy ofThisJvm() {
        return of(ProxySelector.getDefault(), System::getProperty);
    }

    /**
     * The proxies of a JVM.
     *
     * @param current the selector in force; null where the application has taken it out
     * @param properties the JVM's options, for an application with a selector of its own
     */
    static CollectorProxy of(
            @Nullable ProxySelector current, UnaryOperator<@Nullable String> properties) {
        return current != null && current.getClass().getClassLoader() == null
                ? new CollectorProxy(current)
                : new CollectorProxy(new PropertyProxy(properties));
    }

    /** One proxy, or none. */
    @Override
    public List<Proxy> select(URI uri) {
        return Collections.singletonList(proxy(uri));
    }

    private Proxy proxy(URI uri) {
        try {
            List<Proxy> all = jvm.select(uri);
            // the client knows no other kind
            return all.isEmpty() || all.get(0).type() != Proxy.Type.HTTP
                    ? Proxy.NO_PROXY
                    : all.get(0);
        } catch (RuntimeException e) {
            return Proxy.NO_PROXY;
        }
    }

    /** Names the proxy, in front of a problem: {@code " by the proxy host:port"}; else empty. */
    String words(URI uri) {
        SocketAddress address = proxy(uri).address();
        if (!(address instanceof InetSocketAddress)) {
            return "";
        }
        InetSocketAddress proxy = (InetSocketAddress) address;
        return " by the proxy " + proxy.getHostString() + ':' + proxy.getPort();
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException e) {
        // the next request asks anew
    }
}
