package io.github.tlsleak.apps.closewait;

import io.github.tlsleak.apps.support.Stage;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: server closed
// options: stuck=2s
// saw: nothing
// expect: PEER_CLOSED defect SSLSocket client

/** The peer closes a session that is layered over a socket. The program does not read. */
public final class LayeredLeftUnread {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Socket raw = new Socket(stage.host(), stage.port());
        SSLSocket socket =
                stage.ping(stage.factory().createSocket(raw, stage.host(), stage.port(), true));
        Stage.done();
        socket.close();
    }
}
