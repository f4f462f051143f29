package io.github.tlsleak.agent.observe;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * Makes and closes an engine of its own: shows whether hooks fire, without touching any provider.
 * Run once TLS is in use, on the collector's thread.
 */
public final class SelfTest {

    private static final String PROBE = SelfTest.class.getName() + "$Probe";

    private SelfTest() {}

    /**
     * Whether an object is the engine of a self-test. By name: to ask for the loader of a class
     * takes a permission, and the application, which may lack it, is on the stack.
     */
    public static boolean isProbe(Object object) {
        return object.getClass().getName().equals(PROBE);
    }

    /**
     * Runs it.
     *
     * @param sink where hooks arrive
     * @return null if all is well, else what did not fire
     */
    public static @Nullable String run(HookSink sink) {
        new Probe().closeOutbound();
        if ((sink.probe & 1) == 0) {
            return "the constructor of javax.net.ssl.SSLEngine carries no hook";
        }
        return (sink.probe & 2) == 0 ? "a class seen for the first time got no hooks" : null;
    }

    /** Does nothing, as an engine. */
    private static final class Probe extends SSLEngine {

        @Override
        public void closeOutbound() {
            // the hook is all there is to it
        }

        @Override
        public SSLEngineResult wrap(ByteBuffer[] from, int offset, int length, ByteBuffer to) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SSLEngineResult unwrap(ByteBuffer from, ByteBuffer[] to, int offset, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public @Nullable Runnable getDelegatedTask() {
            return null;
        }

        @Override
        public void closeInbound() {}

        @Override
        public boolean isInboundDone() {
            return true;
        }

        @Override
        public boolean isOutboundDone() {
            return true;
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return new String[0];
        }

        @Override
        public String[] getEnabledCipherSuites() {
            return new String[0];
        }

        @Override
        public void setEnabledCipherSuites(String[] suites) {}

        @Override
        public String[] getSupportedProtocols() {
            return new String[0];
        }

        @Override
        public String[] getEnabledProtocols() {
            return new String[0];
        }

        @Override
        public void setEnabledProtocols(String[] protocols) {}

        @Override
        public @Nullable SSLSession getSession() {
            return null;
        }

        @Override
        public void beginHandshake() {}

        @Override
        public SSLEngineResult.HandshakeStatus getHandshakeStatus() {
            return SSLEngineResult.HandshakeStatus.NOT_HANDSHAKING;
        }

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
            return false;
        }
    }
}
