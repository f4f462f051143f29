package io.github.tlsleak.apps.closewait;

import io.github.tlsleak.apps.support.Stage;
import javax.net.ssl.SSLSocket;

// peer: server await
// options: stuck=3s
// expect: PEER_CLOSED defect SSLSocket client

/** As PoolFindsTheEnd, but nobody ever uses the connection again. */
public final class PoolMissesTheEnd {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        try (Relay relay = new Relay(stage.host(), stage.port())) {
            SSLSocket pooled = stage.ping(stage.factory().createSocket(stage.host(), relay.port()));
            Stage.sleep(5_000);
            relay.leave();
            Stage.done();
            pooled.close();
        }
    }
}
