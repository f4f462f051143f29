package io.github.tlsleak.apps.providers;

import io.github.tlsleak.apps.providers.tls.TlsProvider;
import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import java.io.Closeable;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** What a situation over one provider is given. Used by one thread. */
public final class ProviderStage extends Stage implements Closeable {

    private final String name;
    private final TlsProvider provider;
    private final List<WeakReference<Object>> dropped;
    private final List<Closeable> held;
    private final List<ServerSocket> listening = new ArrayList<>();

    public ProviderStage(
            String name,
            String[] args,
            TlsProvider provider,
            List<WeakReference<Object>> dropped,
            List<Closeable> held) {
        super(args[0], Integer.parseInt(args[1]), args[2]);
        this.name = name;
        this.provider = provider;
        this.dropped = dropped;
        this.held = held;
    }

    public TlsProvider provider() {
        return provider;
    }

    /** The provider's socket factory. Its sockets trust the peer. */
    @Override
    public SSLSocketFactory factory() {
        return provider.sockets(true);
    }

    /** A plain connection to the peer. */
    public Socket raw() throws IOException {
        return new Socket(host(), port());
    }

    /** Connects an engine, as a client, to the peer. The situation closes the channel. */
    @Override
    public EngineLink connect(SSLEngine engine) throws IOException {
        engine.setUseClientMode(true);
        provider.restrict(engine, protocols());
        return new EngineLink(SocketChannel.open(new InetSocketAddress(host(), port())), engine);
    }

    /** Listens with a socket of the provider. The peer is the client. */
    public SSLServerSocket listen() throws IOException {
        return announce((SSLServerSocket) provider.serverSockets().createServerSocket(0));
    }

    /** Accepts a plain connection of the peer. */
    public Socket acceptRaw() throws IOException {
        return announce(new ServerSocket(0)).accept();
    }

    /** Plays the server over a socket that was layered over a plain connection. */
    public SSLSocket serve(Socket layered) throws IOException {
        ((SSLSocket) layered).setUseClientMode(false);
        return pong(layered);
    }

    /** Connects the peer to an engine, as a server. The situation closes the channel. */
    public EngineLink accept(SSLEngine engine) throws IOException {
        engine.setUseClientMode(false);
        provider.restrict(engine, protocols());
        ServerSocketChannel channel = ServerSocketChannel.open().bind(new InetSocketAddress(0));
        announce(channel.socket());
        return new EngineLink(channel.accept(), engine);
    }

    private <T extends ServerSocket> T announce(T server) {
        listening.add(server);
        System.out.println("LISTENING " + name + ' ' + server.getLocalPort());
        return server;
    }

    /** Stops listening. */
    @Override
    public void close() throws IOException {
        for (ServerSocket server : listening) {
            server.close();
        }
    }

    /** The situation forgets a session. The session must be collected before the program ends. */
    public void drop(Object session) {
        dropped.add(new WeakReference<>(session));
    }

    /** The situation has done with the engine all that a careful program does, and forgets it. */
    public void done(SSLEngine engine) {
        provider.release(engine);
        drop(engine);
    }

    /** Keeps an object reachable, and closes it once all dropped sessions have been collected. */
    public void hold(Closeable transport) {
        held.add(transport);
    }
}
