package io.github.tlsleak.apps.providers;

import io.github.tlsleak.apps.providers.tls.TlsProvider;
import io.github.tlsleak.apps.support.App;
import io.github.tlsleak.apps.support.EngineLink;
import java.io.Closeable;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;

/** What one situation works with. Sockets and engines are made by the situation itself. */
public final class Stage {

    private final App app;
    private final TlsProvider provider;
    private final List<WeakReference<Object>> dropped;
    private final List<Closeable> held;

    Stage(
            App app,
            TlsProvider provider,
            List<WeakReference<Object>> dropped,
            List<Closeable> held) {
        this.app = app;
        this.provider = provider;
        this.dropped = dropped;
        this.held = held;
    }

    public App app() {
        return app;
    }

    public String host() {
        return app.host();
    }

    public int port() {
        return app.port();
    }

    public TlsProvider provider() {
        return provider;
    }

    /** Sockets that trust the peer. */
    public SSLSocketFactory sockets() {
        return provider.sockets(true);
    }

    /** A plain connection to the peer. */
    public Socket raw() throws IOException {
        return new Socket(host(), port());
    }

    /** Connects an engine, as a client, to the peer; the situation closes the channel. */
    public EngineLink link(SSLEngine engine) throws IOException {
        engine.setUseClientMode(true);
        provider.restrict(engine, app.protocols());
        return new EngineLink(SocketChannel.open(new InetSocketAddress(host(), port())), engine);
    }

    /** The situation forgets a session: it must be collected before the program ends. */
    public void drop(Object session) {
        dropped.add(new WeakReference<>(session));
    }

    /** The situation has done all that a careful program does with an engine, and forgets it. */
    public void done(SSLEngine engine) {
        provider.release(engine);
        drop(engine);
    }

    /** Stays reachable, and is closed once all dropped sessions have been collected. */
    public void hold(Closeable transport) {
        held.add(transport);
    }
}
