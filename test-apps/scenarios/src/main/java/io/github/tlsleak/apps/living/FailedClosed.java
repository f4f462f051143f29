package io.github.tlsleak.apps.living;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

// peer: server fail
// tls: 1.3
// options: stuck=3s
// saw: any
// expect: none

/** The handshakes fail, and the program closes what they leave. */
public final class FailedClosed {
    private FailedClosed() {}

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        SSLEngine engine = Held.on(stage.context().createSSLEngine(stage.host(), stage.port()));
        EngineLink link = Held.on(stage.connect(engine));
        try {
            link.handshake();
            throw new IllegalStateException("the handshake must fail");
        } catch (SSLException e) {
            link.channel().close();
        }
        try (SSLSocket socket =
                Held.on(stage.restrict(stage.factory().createSocket(stage.host(), stage.port())))) {
            socket.startHandshake();
            throw new IllegalStateException("the handshake must fail");
        } catch (SSLException e) {
            Stage.sleep(5_000);
        }
        Stage.done();
    }
}
