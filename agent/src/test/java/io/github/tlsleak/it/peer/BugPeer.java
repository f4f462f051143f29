package io.github.tlsleak.it.peer;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/**
 * The server of a bug. It has a {@link Dialogue} on each connection, then listens and records how
 * the other side ends the connection. It closes nothing before this object is closed.
 */
public final class BugPeer implements AutoCloseable {

    private final Dialogue dialogue;
    private final ServerSocket listener;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<AtomicReference<String>> ends = new CopyOnWriteArrayList<>();

    public BugPeer(Dialogue dialogue) throws IOException {
        this.dialogue = dialogue;
        listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        start(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "bug-peer");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                AtomicReference<String> end = new AtomicReference<>(PeerConnection.NOTHING);
                sockets.add(socket);
                ends.add(end);
                start(() -> end.set(play(socket)));
            }
        } catch (IOException e) {
            // close() has closed the socket
        }
    }

    /** A new context each time: in a resumed session no certificate would be checked. */
    private String play(Socket socket) {
        try {
            SSLContext context = Peer.newContext(true);
            SSLEngine engine = context.createSSLEngine();
            engine.setUseClientMode(false);
            return dialogue.play(socket, engine);
        } catch (EOFException e) {
            return PeerConnection.EOF;
        } catch (SocketException e) {
            return socket.isClosed() ? PeerConnection.NOTHING : PeerConnection.RESET;
        } catch (IOException | RuntimeException e) {
            return "broken: " + e;
        }
    }

    /** The ends of all connections so far, sorted. */
    List<String> saw() {
        return ends.stream().map(AtomicReference::get).sorted().toList();
    }

    /** Waits until that many connections, and all that exist, have ended. Stops at a time limit. */
    public List<String> awaitEnds(int connections, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (System.nanoTime() < deadline) {
            List<String> saw = saw();
            if (saw.size() >= connections && !saw.contains(PeerConnection.NOTHING)) {
                return saw;
            }
            Peer.sleep(10);
        }
        return saw();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
