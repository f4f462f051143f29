package io.github.tlsleak.bench.load;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLSession;

/**
 * An engine without cryptography. Its first wrap finishes the handshake. The wrap after {@code
 * closeOutbound()} produces a close_notify of seven bytes. A measurement on it shows the agent's
 * cost alone. Not thread-safe.
 */
public final class FakeEngine extends SSLEngine {
    private static final String[] NONE = {};
    private static final SSLEngineResult FINISHED =
            new SSLEngineResult(Status.OK, HandshakeStatus.FINISHED, 0, 100);
    private static final SSLEngineResult DATA =
            new SSLEngineResult(Status.OK, HandshakeStatus.NOT_HANDSHAKING, 100, 129);
    private static final SSLEngineResult CLOSE_NOTIFY =
            new SSLEngineResult(Status.CLOSED, HandshakeStatus.NOT_HANDSHAKING, 0, 7);

    private boolean started;
    private boolean established;
    private boolean closed;

    /** Begins the handshake and finishes it. */
    public FakeEngine established() {
        beginHandshake();
        wrap(null, 0, 0, null);
        return this;
    }

    /** Closes in order: calls closeOutbound(), then produces the close_notify. */
    public void end() {
        closeOutbound();
        wrap(null, 0, 0, null);
    }

    @Override
    public SSLEngineResult wrap(ByteBuffer[] in, int offset, int length, ByteBuffer out) {
        if (closed) {
            return CLOSE_NOTIFY;
        }
        if (established) {
            return DATA;
        }
        established = true;
        return FINISHED;
    }

    @Override
    public SSLEngineResult unwrap(ByteBuffer in, ByteBuffer[] out, int offset, int length) {
        return DATA;
    }

    @Override
    public void beginHandshake() {
        started = true;
    }

    @Override
    public void closeOutbound() {
        closed = true;
    }

    @Override
    public void closeInbound() {}

    @Override
    public boolean isInboundDone() {
        return false;
    }

    @Override
    public boolean isOutboundDone() {
        return closed;
    }

    @Override
    public HandshakeStatus getHandshakeStatus() {
        return started && !established
                ? HandshakeStatus.NEED_WRAP
                : HandshakeStatus.NOT_HANDSHAKING;
    }

    @Override
    public SSLSession getSession() {
        return FakeSession.ONE;
    }

    @Override
    public Runnable getDelegatedTask() {
        return null;
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return NONE;
    }

    @Override
    public String[] getEnabledCipherSuites() {
        return NONE;
    }

    @Override
    public void setEnabledCipherSuites(String[] suites) {}

    @Override
    public String[] getSupportedProtocols() {
        return NONE;
    }

    @Override
    public String[] getEnabledProtocols() {
        return NONE;
    }

    @Override
    public void setEnabledProtocols(String[] protocols) {}

    @Override
    public void setUseClientMode(boolean mode) {}

    @Override
    public boolean getUseClientMode() {
        return true;
    }

    @Override
    public void setNeedClientAuth(boolean need) {}

    @Override
    public boolean getNeedClientAuth() {
        return false;
    }

    @Override
    public void setWantClientAuth(boolean want) {}

    @Override
    public boolean getWantClientAuth() {
        return false;
    }

    @Override
    public void setEnableSessionCreation(boolean flag) {}

    @Override
    public boolean getEnableSessionCreation() {
        return true;
    }
}
