package io.github.tlsleak.apps.closewait;

import io.github.tlsleak.apps.support.Stage;
import io.github.tlsleak.apps.wrap.DelegatingSocket;
import javax.net.ssl.SSLSocket;

// peer: server closed
// options: stuck=2s
// saw: nothing
// expect: PEER_CLOSED defect SSLSocket client
// class: io.github.tlsleak.apps.wrap.DelegatingSocket

/** The peer closes a session that the program wraps: the wrapper has no connection of its own. */
public final class WrappedSocketLeftUnread {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        SSLSocket socket =
                new DelegatingSocket(
                        stage.restrict(stage.factory().createSocket(stage.host(), stage.port())));
        stage.ping(socket);
        Stage.done();
        socket.close();
    }
}
