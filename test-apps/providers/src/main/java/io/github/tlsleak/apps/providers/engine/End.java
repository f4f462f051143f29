package io.github.tlsleak.apps.providers.engine;

import io.github.tlsleak.apps.support.EngineLink;
import java.io.IOException;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/** Ends that several situations share. */
final class End {

    private End() {}

    /** Both directions closed after the peer was gone; nothing is wrapped. */
    static void both(SSLEngine engine) {
        engine.closeOutbound();
        try {
            engine.closeInbound();
        } catch (SSLException e) {
            // the peer's close_notify is missing, as intended
        }
    }

    /** A handshake that fails; the alert is sent if there is one, the channel is closed. */
    static void failing(EngineLink link) throws IOException {
        try {
            link.handshake();
            throw new IllegalStateException("the handshake must fail");
        } catch (SSLException e) {
            try {
                link.flush();
            } catch (SSLException again) {
                // some providers have nothing to say any more
            }
        }
        link.channel().close();
    }
}
