package io.github.tlsleak.apps.providers.engine;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.EnginePair;
import java.io.EOFException;
import java.io.IOException;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/** Endings that several situations share. */
public final class End {

    private End() {}

    /** closeOutbound(), wrap, the peer's answer, closeInbound(). */
    public static void inOrder(EngineLink link) throws IOException {
        link.engine().closeOutbound();
        link.flush();
        link.receive();
        try {
            link.engine().closeInbound();
        } catch (SSLException e) {
            // Netty's OpenSSL engine reads nothing more once it has closed
        }
        link.channel().close();
    }

    /** As {@link #inOrder}, of an engine that has no connection, and so gets no answer. */
    public static void withoutPeer(SSLEngine engine) throws SSLException {
        EnginePair.close(engine);
        try {
            engine.closeInbound();
        } catch (SSLException e) {
            // the peer's close_notify is missing, as intended
        }
    }

    /** As {@link #withoutPeer}, and the TLS session stays in the cache of its context. */
    public static void cached(SSLEngine engine) throws SSLException {
        // Conscrypt frees native memory only then; SunJSSE takes the session out of its cache
        if (engine.getClass().getName().startsWith("org.conscrypt.")) {
            withoutPeer(engine);
        } else {
            EnginePair.close(engine);
        }
    }

    /** Waits for an end without close_notify. Closes both directions and wraps nothing. */
    public static void afterEof(EngineLink link) throws IOException {
        try {
            link.receive();
        } catch (EOFException e) {
            both(link);
            return;
        }
        throw new IllegalStateException("an end of stream was to come");
    }

    /** Waits for a reset. Closes both directions and wraps nothing. */
    public static void afterReset(EngineLink link) throws IOException {
        try {
            link.receive();
        } catch (EOFException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            both(link);
            return;
        }
        throw new IllegalStateException("a reset was to come");
    }

    private static void both(EngineLink link) throws IOException {
        link.engine().closeOutbound();
        try {
            link.engine().closeInbound();
        } catch (SSLException e) {
            // the peer's close_notify is missing, as intended
        }
        link.channel().close();
    }

    /** A handshake that fails. The alert is sent if there is one, then the channel is closed. */
    static void failing(EngineLink link) throws IOException {
        try {
            link.handshake();
            throw new IllegalStateException("the handshake must fail");
        } catch (SSLException e) {
            try {
                link.flush();
            } catch (SSLException again) {
                // some providers have nothing left to wrap
            }
        }
        link.channel().close();
    }
}
