package io.github.tlsleak.apps.living;

import io.github.tlsleak.apps.support.Stage;
import java.net.Socket;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;

// peer: server stall
// tls: 1.3
// options: stuck=1s
// saw: any
// expect: STUCK defect SSLEngine client

/** As StuckEngine, over streams: which channel is the engine's is not known. */
public final class StuckEngineOverStreams {
    private StuckEngineOverStreams() {}

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Socket raw = Held.on(new Socket(stage.host(), stage.port()));
        SSLEngine engine = Held.on(stage.context().createSSLEngine(stage.host(), stage.port()));
        engine.setUseClientMode(true);
        engine.beginHandshake();
        ByteBuffer record = ByteBuffer.allocate(33_000);
        engine.wrap(ByteBuffer.allocate(0), record);
        raw.getOutputStream().write(record.array(), 0, record.position());
        Stage.done();
    }
}
