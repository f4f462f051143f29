package io.github.tlsleak.apps.wrap;

import io.github.tlsleak.apps.support.App;
import java.lang.ref.WeakReference;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLSession;

// peer: none
// tls: 1.2
// expect: none
// count: CLOSED 1

/**
 * An engine of nobody's provider has a method {@code close()}, which JSSE does not know of: it asks
 * for the close and produces the close_notify.
 */
public final class EngineWithItsOwnClose {
    private EngineWithItsOwnClose() {}

    public static void main(String[] args) throws Exception {
        App.awaitCollected(session());
        App.done();
    }

    private static WeakReference<SSLEngine> session() throws Exception {
        Own engine = new Own();
        engine.beginHandshake();
        engine.wrap(new ByteBuffer[0], 0, 0, ByteBuffer.allocate(100));
        engine.close();
        return new WeakReference<>(engine);
    }

    /** Has no cryptography: its first wrap ends the handshake, the second is the close_notify. */
    private static final class Own extends DelegatingEngine {
        private boolean closed;

        Own() {
            super(null);
        }

        public void close() {
            closeOutbound();
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
                            Own.class.getClassLoader(),
                            new Class<?>[] {SSLSession.class},
                            (proxy, method, arguments) -> answer(method.getReturnType()));
        }

        private static Object answer(Class<?> type) {
            return type == String.class ? "TLSv1.2" : type == int.class ? (Object) 4433 : null;
        }
    }
}
