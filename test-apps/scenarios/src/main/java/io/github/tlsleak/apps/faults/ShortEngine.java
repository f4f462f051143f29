package io.github.tlsleak.apps.faults;

import io.github.tlsleak.apps.hard.TinyEngine;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;

/** An engine that tells when the body of a method has been reached, and calls nothing. */
final class ShortEngine extends TinyEngine {

    private static final SSLEngineResult FINISHED =
            new SSLEngineResult(Status.OK, HandshakeStatus.FINISHED, 0, 1);
    private static final SSLEngineResult CLOSED =
            new SSLEngineResult(Status.CLOSED, HandshakeStatus.NOT_HANDSHAKING, 0, 1);

    /** Whether the body of a method has run, on any engine. */
    static boolean inside;

    private boolean over;

    @Override
    public void closeOutbound() {
        inside = true;
        over = true;
    }

    @Override
    public SSLEngineResult wrap(ByteBuffer[] from, int offset, int length, ByteBuffer to) {
        inside = true;
        return over ? CLOSED : FINISHED;
    }
}
