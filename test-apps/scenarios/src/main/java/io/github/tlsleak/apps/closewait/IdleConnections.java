package io.github.tlsleak.apps.closewait;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import io.github.tlsleak.apps.wrap.DelegatingSocket;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

// peer: server await
// options: stuck=1s
// saw: nothing x4
// expect: none
// count: CLOSED 4

/** Sessions of each kind that nobody uses for long, while the peer stays: long polling, pools. */
public final class IdleConnections {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        SSLSocket plain = stage.ping(connect(stage));
        Socket raw = new Socket(stage.host(), stage.port());
        SSLSocket layered =
                stage.ping(stage.factory().createSocket(raw, stage.host(), stage.port(), true));
        SSLSocket wrapped = stage.ping(new DelegatingSocket(connect(stage)));
        EngineLink link =
                stage.connect(stage.context().createSSLEngine(stage.host(), stage.port())).ping();
        Stage.sleep(5_000);
        Stage.done();
        plain.close();
        layered.close();
        wrapped.close();
        link.engine().closeOutbound();
        link.flush();
        link.channel().close();
    }

    private static SSLSocket connect(Stage stage) throws Exception {
        return stage.restrict(stage.factory().createSocket(stage.host(), stage.port()));
    }
}
