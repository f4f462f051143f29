package io.github.tlsleak.apps.engine;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

// peer: server await
// saw: fatal
// expect: none
// count: FAILED 1

/**
 * Garbage arrives on an established session: unwrap() throws. The next wrap() produces a fatal
 * alert and no close_notify, even after closeOutbound().
 */
public final class EngineGarbage {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLEngine> session(Stage stage) throws Exception {
        SSLEngine engine = stage.context().createSSLEngine(stage.host(), stage.port());
        EngineLink link = stage.connect(engine).ping();
        try {
            engine.unwrap(garbage(), ByteBuffer.allocate(33_000));
            throw new IllegalStateException("garbage must not pass");
        } catch (SSLException e) {
            engine.closeOutbound();
            link.flush();
        }
        link.channel().close();
        return new WeakReference<>(engine);
    }

    /** A record of application data that has the right form but cannot be decrypted. */
    private static ByteBuffer garbage() {
        byte[] record = new byte[5 + 64];
        record[0] = 23;
        record[1] = 3;
        record[2] = 3;
        record[4] = 64;
        return ByteBuffer.wrap(record);
    }
}
