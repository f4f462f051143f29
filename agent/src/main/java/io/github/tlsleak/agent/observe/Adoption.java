package io.github.tlsleak.agent.observe;

import io.github.tlsleak.agent.instrument.Installer;
import io.github.tlsleak.agent.instrument.access.SunState;
import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.agent.track.Tracker;
import io.github.tlsleak.common.verdict.Resource;
import java.net.Socket;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * Takes up sessions that are older than the agent, at the first event they show: with what can be
 * seen of their past and nothing made up. Where the past is not known the weaker thing is taken, a
 * half that is closed as closed in order. Runs in the event, as the application calls the object.
 */
public final class Adoption {

    private final Tracker tracker;
    private final ObservationPolicy settled;
    private final HandshakeObserver details;
    private final SunState sun;
    private final Installer installer;

    public Adoption(
            Tracker tracker,
            ObservationPolicy settled,
            HandshakeObserver details,
            SunState sun,
            Installer installer) {
        this.tracker = tracker;
        this.settled = settled;
        this.details = details;
        this.sun = sun;
        this.installer = installer;
    }

    /** An object shows an event. */
    void meet(Object self) {
        if (!tracker.isAdopting()
                || !isSession(self)
                || tracker.knows(self)
                || !installer.isHooked(self.getClass())) {
            return;
        }
        boolean engine = self instanceof SSLEngine;
        try {
            if (engine) {
                adopt((SSLEngine) self);
            } else {
                adopt((SSLSocket) self);
            }
        } catch (RuntimeException e) {
            // a class of the program's that does not answer: nothing is known of its past
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
        if (tracker.adopt(engine, Resource.SSL_ENGINE, bits)) {
            SSLSession session = engine.getSession();
            if (isNegotiated(session)) {
                details.established(engine, session, null);
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
        boolean layered = below instanceof Socket && below != socket;
        if (layered && ((Socket) below).isClosed()) {
            bits |= SessionState.DESCRIPTOR_CLOSED;
        }
        if (tracker.adopt(socket, Resource.SSL_SOCKET, bits)) {
            if (socket.isConnected()) {
                details.connected(socket, sun.peerHost(socket));
            }
            Object session = sun.session(socket);
            if (session != null) {
                details.established(socket, session, null);
            }
            if (layered) {
                tracker.transports().layered(socket, below);
            }
        }
    }

    private int common(Object self, boolean client) {
        return (client ? SessionState.CLIENT : SessionState.SERVER)
                | (settled.isPrecise(self.getClass()) ? SessionState.PRECISE : 0);
    }

    /** Whether one was sent is not known: nobody is accused. */
    private static int closeNotify() {
        return SessionState.CLOSE_NOTIFY;
    }

    /** Data has moved on a socket: whatever its provider, its handshake is over. */
    void dataMoved(Object self) {
        if (tracker.isAdopting()
                && self instanceof SSLSocket
                && !tracker.details().isEstablished(self)) {
            tracker.event(self, Event.ESTABLISHED);
        }
    }

    /** A socket has shown its session. */
    void shown(Object self, Object session) {
        if (tracker.isAdopting()
                && session instanceof SSLSession
                && !tracker.details().isEstablished(self)
                && isNegotiated((SSLSession) session)) {
            details.established(self, session, null);
        }
    }

    /** What an engine gives before a handshake is a session that never was. */
    private static boolean isNegotiated(SSLSession session) {
        return session != null
                && !"NONE".equals(session.getProtocol())
                && !String.valueOf(session.getCipherSuite()).contains("_NULL_WITH_NULL_NULL");
    }
}
