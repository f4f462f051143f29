package io.github.tlsleak.apps.living;

import io.github.tlsleak.apps.support.Stage;
import javax.net.ssl.SSLSocket;

// peer: server await
// tls: 1.3
// options: stuck=4s
// saw: close_notify
// expect: none

/** A trust manager asks somebody (OCSP, a directory, a person) in the middle of the handshake. */
public final class HandshakeSlow {
    private HandshakeSlow() {}

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        SSLSocket socket =
                Held.on(
                        stage.restrict(
                                SlowTrust.factory().createSocket(stage.host(), stage.port())));
        stage.ping(socket);
        socket.close();
        Stage.done();
    }
}
