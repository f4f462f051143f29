package io.github.tlsleak.apps.socket;

import io.github.tlsleak.apps.support.Stage;
import javax.net.ssl.SSLSocket;

// peer: server await
// options: threshold=1s
// saw: close_notify
// over: OPEN
// expect: OPEN notice SSLSocket client
// count: CLOSED 1

/**
 * Idle for longer than the threshold, then closed. The agent first reports it as open, then as
 * closed after all.
 */
public final class SocketOpenThenClosed {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        SSLSocket socket = stage.ping(stage.factory().createSocket(stage.host(), stage.port()));
        Stage.sleep(3_000);
        socket.close();
        Stage.awaitCollected();
        Stage.done();
    }
}
