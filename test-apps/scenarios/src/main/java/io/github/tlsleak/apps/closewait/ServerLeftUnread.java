package io.github.tlsleak.apps.closewait;

import io.github.tlsleak.apps.support.Stage;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

// peer: client closed
// options: stuck=2s
// saw: nothing
// expect: PEER_CLOSED defect SSLSocket server

/** The client closes. The server does not read its accepted socket. */
public final class ServerLeftUnread {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        try (SSLServerSocket server =
                (SSLServerSocket) stage.context().getServerSocketFactory().createServerSocket(0)) {
            SSLSocket socket = stage.pong(stage.listening(server).accept());
            Stage.done();
            socket.close();
        }
    }
}
