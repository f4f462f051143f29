package io.github.tlsleak.agent.observe;

import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.track.Followed;
import io.github.tlsleak.agent.track.SessionEvents;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Turns the results of {@code wrap} and {@code unwrap} into events of the engine's session.
 * Stateless, thread-safe; runs on application threads.
 */
public final class EngineObserver {

    private final SessionEvents events;
    private final HandshakeObserver handshakes;

    public EngineObserver(SessionEvents events, HandshakeObserver handshakes) {
        this.events = events;
        this.handshakes = handshakes;
    }

    /** A call has returned {@code result} or thrown. */
    void moved(
            Followed session,
            Object self,
            boolean wrap,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        if (thrown instanceof SSLException) {
            events.apply(session, Event.FATAL);
        }
        // without an exception null comes from an engine that breaks its contract
        if (thrown != null || result == null) {
            return;
        }
        SSLEngineResult r = (SSLEngineResult) result;
        if (!wrap && r.bytesConsumed() > 0) {
            handshakes.peerSpoke(session);
        }
        HandshakeStatus handshake = r.getHandshakeStatus();
        if (handshake == HandshakeStatus.FINISHED) {
            SSLEngine engine = (SSLEngine) self;
            if (!session.hasParameters()) {
                boolean client = engine.getUseClientMode();
                handshakes.established(session, engine, engine.getSession(), client);
            }
        } else if (handshake != HandshakeStatus.NOT_HANDSHAKING && r.getStatus() != Status.CLOSED) {
            handshakes.begun(session, self);
        }
        if (r.getStatus() == Status.CLOSED) {
            ended(session, wrap, r);
        }
    }

    /** Bytes that come with the status CLOSED are a close_notify, unless an alert was fatal. */
    private void ended(Followed session, boolean wrap, SSLEngineResult r) {
        int moved = wrap ? r.bytesProduced() : r.bytesConsumed();
        if (moved > 0 && !session.isFatal()) {
            events.apply(session, wrap ? Event.CLOSE_NOTIFY : Event.PEER_CLOSE_NOTIFY);
        }
    }
}
