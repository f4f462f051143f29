package io.github.tlsleak.apps.closewait;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import javax.net.ssl.SSLEngine;

// peer: server closed
// options: stuck=2s
// saw: nothing
// expect: PEER_CLOSED defect SSLEngine client

/** The peer closes. The program does not read from the engine's channel. */
public final class EngineLeftUnread {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        SSLEngine engine = stage.context().createSSLEngine(stage.host(), stage.port());
        EngineLink link = stage.connect(engine).ping();
        Stage.done();
        engine.closeOutbound();
        link.flush();
        link.channel().close();
    }
}
