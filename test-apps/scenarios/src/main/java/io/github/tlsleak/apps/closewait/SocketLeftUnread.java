package io.github.tlsleak.apps.closewait;

import io.github.tlsleak.apps.support.Stage;
import javax.net.ssl.SSLSocket;

// peer: server closed
// options: stuck=2s
// saw: nothing
// expect: PEER_CLOSED defect SSLSocket client

/** The peer closes. The program does not read, so that the operating system alone knows. */
public final class SocketLeftUnread {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        SSLSocket socket = stage.ping(stage.factory().createSocket(stage.host(), stage.port()));
        Stage.done();
        socket.close();
    }
}
