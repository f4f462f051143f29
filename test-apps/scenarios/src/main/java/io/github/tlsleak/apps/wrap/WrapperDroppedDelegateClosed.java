package io.github.tlsleak.apps.wrap;

import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLSocket;

// peer: server await
// saw: close_notify
// expect: none
// count: CLOSED 1

/** The program closes the delegate and forgets the wrapper. Both are the same session. */
public final class WrapperDroppedDelegateClosed {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLSocket> session(Stage stage) throws Exception {
        SSLSocket inner = stage.restrict(stage.factory().createSocket(stage.host(), stage.port()));
        SSLSocket socket = new DelegatingSocket(inner);
        stage.ping(socket);
        inner.close();
        return new WeakReference<>(socket);
    }
}
