package io.github.tlsleak.apps.stress;

import io.github.tlsleak.apps.support.EnginePair;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/**
 * Plays sessions. The name of a session says how it ends. The name is also the host of its peer, so
 * that a report identifies the session. The peer of an engine is in this program too, and is closed
 * in order. Used by one thread.
 */
final class Player {
    private static final byte[] HERE = {127, 0, 0, 1};
    private static final int PACKET = 33_000;

    /** Runs a step, at any depth of the stack. */
    interface Runner {
        void run(Depth.Step step) throws Exception;
    }

    private final SSLContext context;
    private final int port;
    private final ByteBuffer packet = ByteBuffer.allocate(PACKET);
    private Runner opening = Depth.Step::run;
    private Runner closing = Depth.Step::run;
    private EnginePair last;

    Player(SSLContext context, int port) {
        this.context = context;
        this.port = port;
    }

    void through(Runner whatOpens, Runner whatCloses) {
        opening = whatOpens;
        closing = whatCloses;
    }

    /** Forgets the last session. */
    void forget() {
        last = null;
    }

    /** Plays one session. If the method returns, the session has ended in its way. */
    void play(Way way, int thread, int number) throws Exception {
        String name = way.nameOf(thread, number);
        switch (way) {
            case CLOSED:
            case DROPPED:
            case HALF:
                socket(way, name);
                break;
            case UNDERCUT:
                undercut(name);
                break;
            case BEGUN:
                begun(name);
                break;
            default:
                engine(way, name, "server-" + thread + "-" + number);
        }
    }

    private void socket(Way way, String name) throws Exception {
        InetAddress host = InetAddress.getByAddress(name, HERE);
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(host, port);
        opening.run(() -> ping(socket));
        if (way == Way.CLOSED) {
            closing.run(socket::close);
        } else if (way == Way.HALF) {
            closing.run(socket::shutdownOutput);
        }
    }

    private void undercut(String name) throws Exception {
        Socket raw = new Socket(InetAddress.getByAddress(name, HERE), port);
        SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(raw, name, port, true);
        opening.run(() -> ping(socket));
        closing.run(raw::close);
    }

    private static void ping(SSLSocket socket) throws IOException {
        socket.getOutputStream().write('?');
        if (socket.getInputStream().read() != '?') {
            throw new IOException("no answer");
        }
    }

    private void engine(Way way, String name, String serverName) throws Exception {
        SSLEngine client = context.createSSLEngine(name, port);
        SSLEngine server = context.createSSLEngine(serverName, port);
        EnginePair pair = new EnginePair(client, server, last);
        last = pair;
        opening.run(pair::handshake);
        if (way == Way.SHUT) {
            closeAfterAll(client);
        } else if (way == Way.UNSENT) {
            closing.run(client::closeOutbound);
        }
        closeAfterAll(server);
    }

    /**
     * Runs a step. If memory or stack were too small for it, runs it once more with a shallow
     * stack.
     */
    private void closeAfterAll(SSLEngine engine) throws Exception {
        try {
            closing.run(() -> close(engine));
        } catch (OutOfMemoryError | StackOverflowError e) {
            close(engine);
        }
    }

    private void begun(String name) throws Exception {
        SSLEngine client = context.createSSLEngine(name, port);
        client.setUseClientMode(true);
        opening.run(() -> wrap(client));
    }

    private void close(SSLEngine engine) throws SSLException {
        engine.closeOutbound();
        wrap(engine);
    }

    private void wrap(SSLEngine engine) throws SSLException {
        packet.clear();
        if (engine.wrap(ByteBuffer.allocate(0), packet).bytesProduced() == 0) {
            throw new SSLException("nothing to send");
        }
    }
}
