package io.github.tlsleak.apps.soak;

import io.github.tlsleak.apps.support.Stage;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/**
 * The other side of the program's connections, in a JVM of its own: it ends them in every way there
 * is, and nobody looks at it. Prints a line {@code SCRIPT=PORT ...}, and ends with its standard
 * input.
 */
public final class Peer {

    private static final int BACKLOG = 500;

    private final ExecutorService threads = Executors.newCachedThreadPool(Peer::thread);
    private final PeerTalk talk;

    private Peer() throws Exception {
        Contexts contexts = new Contexts();
        SSLContext context = contexts.trusting;
        talk = new PeerTalk(context, contexts.untrusting);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "peer");
        thread.setDaemon(true);
        return thread;
    }

    public static void main(String[] args) throws Exception {
        Peer peer = new Peer();
        StringBuilder ports = new StringBuilder();
        for (PeerScript script : PeerScript.values()) {
            ports.append(script).append('=').append(peer.listen(script)).append(' ');
        }
        System.out.println(ports.toString().trim());
        Stage.done();
        System.exit(0);
    }

    private int listen(PeerScript script) throws IOException {
        ServerSocket listener = new ServerSocket(0, BACKLOG, Wire.here());
        threads.execute(
                () -> {
                    while (true) {
                        accept(listener, script);
                    }
                });
        return listener.getLocalPort();
    }

    private void accept(ServerSocket listener, PeerScript script) {
        try {
            Socket socket = listener.accept();
            threads.execute(() -> serve(socket, script));
        } catch (IOException e) {
            System.err.println("the peer cannot accept: " + e);
        }
    }

    private void serve(Socket accepted, PeerScript script) {
        try (Socket socket = accepted) {
            if (script == PeerScript.CONTROL) {
                String[] words = new DataInputStream(socket.getInputStream()).readUTF().split(" ");
                call(PeerScript.valueOf(words[0]), Integer.parseInt(words[1]));
            } else {
                talk.serve(socket, script);
            }
        } catch (IOException e) {
            // the program has gone, in one of many ways
        }
    }

    private void call(PeerScript script, int port) {
        threads.execute(
                () -> {
                    try (Socket socket = new Socket(Wire.here(), port)) {
                        talk.call(socket, script);
                    } catch (IOException e) {
                        // the program has gone, in one of many ways
                    }
                });
    }
}
