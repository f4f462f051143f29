package io.github.tlsleak.apps.wrap;

import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLSession;

/**
 * An engine of an unknown provider, with a method {@code close()} that JSSE does not know. It has
 * no cryptography: its first wrap ends the handshake, its second is the close_notify.
 */
final class OwnEngine extends DelegatingEngine {
    private boolean closed;

    OwnEngine() {
        super(null);
    }

    void handshake() {
        beginHandshake();
        produce();
    }

    public void close() {
        closeOutbound();
        produce();
    }

    private void produce() {
        wrap(new ByteBuffer[0], 0, 0, ByteBuffer.allocate(100));
    }

    @Override
    public SSLEngineResult wrap(ByteBuffer[] in, int offset, int length, ByteBuffer out) {
        return closed
                ? new SSLEngineResult(Status.CLOSED, HandshakeStatus.NOT_HANDSHAKING, 0, 7)
                : new SSLEngineResult(Status.OK, HandshakeStatus.FINISHED, 0, 100);
    }

    @Override
    public void beginHandshake() {
        closed = false;
    }

    @Override
    public void closeOutbound() {
        closed = true;
    }

    @Override
    public boolean isOutboundDone() {
        return closed;
    }

    @Override
    public boolean getUseClientMode() {
        return true;
    }

    @Override
    public HandshakeStatus getHandshakeStatus() {
        return HandshakeStatus.NOT_HANDSHAKING;
    }

    @Override
    public SSLSession getSession() {
        return (SSLSession)
                Proxy.newProxyInstance(
                        OwnEngine.class.getClassLoader(),
                        new Class<?>[] {SSLSession.class},
                        (proxy, method, arguments) -> answer(method.getReturnType()));
    }

    private static Object answer(Class<?> type) {
        return type == String.class ? "TLSv1.2" : type == int.class ? (Object) 4433 : null;
    }
}
