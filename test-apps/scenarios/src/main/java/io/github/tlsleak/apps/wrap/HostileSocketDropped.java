package io.github.tlsleak.apps.wrap;

import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLSocket;

// peer: server await
// saw: eof
// saw[jdk>=9,jdk<=18]: close_notify
// saw[jdk<=8]: any
// expect: LOST leak SSLSocket client
// expect[jdk<=18]: RESCUED leak SSLSocket client
// class: io.github.tlsleak.apps.wrap.HostileSocket

/**
 * The wrapper throws from equals, hashCode and toString, as a proxy or a half-built object may do.
 * The agent must not call these methods.
 */
public final class HostileSocketDropped {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLSocket> session(Stage stage) throws Exception {
        SSLSocket socket =
                new HostileSocket(
                        stage.restrict(stage.factory().createSocket(stage.host(), stage.port())));
        stage.ping(socket);
        return new WeakReference<>(socket);
    }
}
