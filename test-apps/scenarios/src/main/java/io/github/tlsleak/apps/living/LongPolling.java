package io.github.tlsleak.apps.living;

import io.github.tlsleak.apps.support.Stage;
import javax.net.ssl.SSLSocket;

// peer: server mute
// tls: 1.3
// options: stuck=3s
// saw: any
// expect: none

/** The peer has the request and answers much later, or never: that is the protocol above TLS. */
public final class LongPolling {
    private LongPolling() {}

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        SSLSocket socket =
                Held.on(stage.restrict(stage.factory().createSocket(stage.host(), stage.port())));
        socket.startHandshake();
        socket.getOutputStream().write("ping".getBytes("US-ASCII"));
        Held.thread("poll", () -> socket.getInputStream().read());
        Stage.sleep(6_000);
        Stage.done();
    }
}
