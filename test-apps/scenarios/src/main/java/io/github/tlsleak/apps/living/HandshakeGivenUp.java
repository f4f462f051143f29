package io.github.tlsleak.apps.living;

import io.github.tlsleak.apps.support.Stage;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

// peer: server stall
// tls: 1.3
// options: stuck=3s
// saw: any
// expect: none

/** The program gives a handshake up in time, as often as it likes. */
public final class HandshakeGivenUp {
    private HandshakeGivenUp() {}

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        for (int i = 0; i < 6; i++) {
            try (SSLSocket socket =
                    Held.on(
                            stage.restrict(
                                    stage.factory().createSocket(stage.host(), stage.port())))) {
                socket.setSoTimeout(700);
                socket.startHandshake();
            } catch (SocketTimeoutException | SSLException e) {
                // the peer does not answer; JDK 8 takes that for a failure
            }
        }
        Stage.done();
    }
}
