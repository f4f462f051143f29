package io.github.tlsleak.apps.closewait;

import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import javax.net.ssl.SSLSocket;

// peer: server await
// options: stuck=3s
// expect: none

/**
 * A pooled connection has been idle for longer than the limit when a load balancer ends it. It is
 * in CLOSE_WAIT until the pool finds that at the next use, a second later, and closes it.
 */
public final class PoolFindsTheEnd {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        try (Relay relay = new Relay(stage.host(), stage.port())) {
            SSLSocket pooled = stage.ping(stage.factory().createSocket(stage.host(), relay.port()));
            Stage.sleep(5_000);
            relay.leave();
            Stage.sleep(1_000);
            try {
                if (pooled.getInputStream().read() >= 0) {
                    throw new IllegalStateException("the relay must have closed");
                }
            } catch (IOException truncated) {
                // the end came without a close_notify
            }
            pooled.close();
            Stage.sleep(4_000);
            Stage.done();
        }
    }
}
