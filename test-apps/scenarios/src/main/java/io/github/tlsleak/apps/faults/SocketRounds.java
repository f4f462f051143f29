package io.github.tlsleak.apps.faults;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** Connections of this program with itself. Every round closes both sides in order. */
final class SocketRounds {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final Runnable NO_FAULT = () -> {};

    private final Stage stage;
    private final InetAddress here = InetAddress.getLoopbackAddress();
    private final SSLServerSocket listener;
    private final ServerSocketChannel channels;

    SocketRounds(Stage stage) throws IOException {
        this.stage = stage;
        listener = listening();
        channels = ServerSocketChannel.open().bind(new InetSocketAddress(here, 0));
    }

    private SSLServerSocket listening() throws IOException {
        SSLServerSocket socket =
                (SSLServerSocket)
                        stage.context().getServerSocketFactory().createServerSocket(0, 50, here);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /** A server socket is bound and closed. */
    void listener(Runnable fault, String name) throws Exception {
        Round.thread("healthy " + name);
        fault.run();
        listening().close();
    }

    /** The thread of the client has the fault. */
    void client(Runnable fault, String name) throws Exception {
        FutureTask<Void> server = start(() -> serve(NO_FAULT, name));
        Round.thread("healthy " + name);
        fault.run();
        talk(stage.factory().createSocket(here, listener.getLocalPort()));
        server.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** The thread of the server has the fault. */
    void server(Runnable fault, String name) throws Exception {
        FutureTask<Void> server = start(() -> serve(fault, name));
        Round.thread("healthy " + name);
        talk(stage.factory().createSocket(here, listener.getLocalPort()));
        server.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** A TLS socket over a plain one. */
    void layered(Runnable fault, String name) throws Exception {
        FutureTask<Void> server = start(() -> serve(NO_FAULT, name));
        Round.thread("healthy " + name);
        fault.run();
        Socket plain = new Socket(here, listener.getLocalPort());
        plain.setSoLinger(false, 0);
        talk(stage.factory().createSocket(plain, "localhost", plain.getPort(), true));
        server.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void talk(Socket socket) throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        SSLSocket client = stage.ping(socket);
        client.close();
        if (!client.isClosed()) {
            throw new IOException("not closed");
        }
    }

    private Void serve(Runnable fault, String name) throws IOException {
        Round.thread("healthy " + name);
        fault.run();
        Socket accepted = listener.accept();
        accepted.setSoTimeout(PATIENCE_MILLIS);
        SSLSocket socket = stage.pong(accepted);
        if (socket.getInputStream().read() >= 0) {
            throw new IOException("unexpected data");
        }
        socket.close();
        return null;
    }

    /** An engine over a channel. */
    void channel(Runnable fault, String name) throws Exception {
        FutureTask<Void> server = start(() -> serveChannel(name));
        Round.thread("healthy " + name);
        fault.run();
        SSLEngine engine = stage.context().createSSLEngine("localhost", 4433);
        engine.setUseClientMode(true);
        engine.setEnabledProtocols(stage.protocols());
        SocketChannel channel = SocketChannel.open(channels.getLocalAddress());
        close(new EngineLink(channel, engine).ping());
        server.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private Void serveChannel(String name) throws IOException {
        Round.thread("healthy " + name);
        SSLEngine engine = stage.context().createSSLEngine();
        engine.setUseClientMode(false);
        EngineLink link = new EngineLink(channels.accept(), engine).pong();
        if (link.receive() != null) {
            throw new IOException("unexpected data");
        }
        close(link);
        return null;
    }

    private static void close(EngineLink link) throws IOException {
        link.engine().closeOutbound();
        link.flush();
        link.channel().close();
    }

    private static FutureTask<Void> start(Callable<Void> task) {
        FutureTask<Void> running = new FutureTask<>(task);
        EngineLink.start(running, "server");
        return running;
    }

    void close() throws IOException {
        listener.close();
        channels.close();
    }
}
