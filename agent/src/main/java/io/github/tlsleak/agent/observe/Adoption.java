package io.github.tlsleak.agent.observe;

import io.github.tlsleak.agent.instrument.Installer;
import io.github.tlsleak.agent.instrument.access.SunState;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.agent.track.Followed;
import io.github.tlsleak.agent.track.Tracker;
import io.github.tlsleak.agent.track.Transports;
import io.github.tlsleak.common.verdict.Resource;
import java.net.Socket;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * Finds the record of an object. A session that is older than the agent gets one at the first event
 * it shows: with what can be seen of its past and nothing made up. What is not known is taken to be
 * harmless: a half that is closed counts as closed in order. Thread-safe; runs in the event, while
 * the application calls the object.
 */
public final class Adoption {

    private final Tracker tracker;
    private final Transports transports;
    private final ObservationPolicy policy;
    private final HandshakeObserver handshakes;
    private final SunState sun;
    private final Installer installer;

    public Adoption(
            Tracker tracker,
            Transports transports,
            ObservationPolicy policy,
            HandshakeObserver handshakes,
            SunState sun,
            Installer installer) {
        this.tracker = tracker;
        this.transports = transports;
        this.policy = policy;
        this.handshakes = handshakes;
        this.sun = sun;
        this.installer = installer;
    }

    /** What is known of an object that shows an event; adopts it if need be. */
    Followed followed(Object self) {
        Followed known = tracker.followed(self);
        if (known != Followed.NONE
                || !policy.adopts()
                || !isSession(self)
                || tracker.own.has(self)
                || !installer.isHooked(self.getClass())) {
            return known;
        }
        adopt(self);
        // another thread, or a hook on this one, may have adopted it meanwhile
        return tracker.followed(self);
    }

    /** What is known of an object; adopts nothing. */
    Followed known(Object self) {
        return tracker.followed(self);
    }

    private void adopt(Object self) {
        boolean engine = self instanceof SSLEngine;
        try {
            if (engine) {
                adopt((SSLEngine) self);
            } else {
                adopt((SSLSocket) self);
            }
        } catch (RuntimeException e) {
            // a class of the program's does not answer: nothing is known of its past
            tracker.adopt(self, engine ? Resource.SSL_ENGINE : Resource.SSL_SOCKET, 0);
        }
    }

    private static boolean isSession(Object self) {
        return (self instanceof SSLEngine || self instanceof SSLSocket) && !SelfTest.isProbe(self);
    }

    private void adopt(SSLEngine engine) {
        int bits = common(engine, engine.getUseClientMode());
        bits |= engine.isInboundDone() ? SessionState.PEER_EOF : 0;
        bits |= engine.isOutboundDone() ? SessionState.OUTPUT_CLOSED | closeNotify() : 0;
        Followed adopted = tracker.adopt(engine, Resource.SSL_ENGINE, bits);
        if (adopted != Followed.NONE) {
            SSLSession session = engine.getSession();
            if (isNegotiated(session)) {
                handshakes.established(adopted, engine, session, null);
            }
        }
    }

    private void adopt(SSLSocket socket) {
        int bits = common(socket, socket.getUseClientMode());
        if (socket.isClosed()) {
            bits |= SessionState.CLOSED | SessionState.DESCRIPTOR_CLOSED | closeNotify();
        }
        bits |= socket.isOutputShutdown() ? SessionState.OUTPUT_CLOSED | closeNotify() : 0;
        if (sun.isPeerGone(socket)) {
            bits |= SessionState.PEER_CLOSE_NOTIFY;
        } else if (socket.isInputShutdown()) {
            bits |= SessionState.INPUT_CLOSED;
        }
        Object below = sun.below(socket);
        Socket transport = below instanceof Socket && below != socket ? (Socket) below : null;
        if (transport != null && transport.isClosed()) {
            bits |= SessionState.DESCRIPTOR_CLOSED;
        }
        Followed adopted = tracker.adopt(socket, Resource.SSL_SOCKET, bits);
        if (adopted != Followed.NONE) {
            showPast(adopted, socket, transport);
        }
    }

    private void showPast(Followed adopted, SSLSocket socket, @Nullable Socket transport) {
        if (socket.isConnected()) {
            handshakes.connected(adopted, socket, sun.peerHost(socket));
        }
        Object session = sun.session(socket);
        if (session != null) {
            handshakes.established(adopted, socket, session, null);
        }
        if (transport != null) {
            transports.layered(adopted, transport);
        }
    }

    private int common(Object self, boolean client) {
        return (client ? SessionState.CLIENT : SessionState.SERVER)
                | (policy.isPrecise(self.getClass()) ? SessionState.PRECISE : 0);
    }

    /** Whether a close_notify was sent is not known. It counts as sent: nobody is accused. */
    private static int closeNotify() {
        return SessionState.CLOSE_NOTIFY;
    }

    /** A socket has given its session to the program. */
    void shown(Followed object, Object self, @Nullable Object session) {
        if (policy.adopts()
                && session instanceof SSLSession
                && !object.isEstablished()
                && isNegotiated((SSLSession) session)) {
            handshakes.established(object, self, session, null);
        }
    }

    /** Before a handshake an engine gives a session that was never negotiated. */
    private static boolean isNegotiated(SSLSession session) {
        return session != null
                && !"NONE".equals(session.getProtocol())
                && !String.valueOf(session.getCipherSuite()).contains("_NULL_WITH_NULL_NULL");
    }
}
