package io.github.tlsleak.agent.observe;

import static io.github.tlsleak.agent.instrument.advice.HookEvents.ACTIVE;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.BOUND;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.CLOSE_NOTIFY_WRITTEN;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.FATAL;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.NATIVE_FREED;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.PEER_CLOSE_NOTIFY;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.PEER_EOF;
import static io.github.tlsleak.agent.instrument.advice.HookOperations.CLOSE;
import static io.github.tlsleak.agent.instrument.advice.HookOperations.CLOSE_OUTPUT;

import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.track.Followed;
import io.github.tlsleak.agent.track.SessionEvents;
import io.github.tlsleak.agent.track.Transports;
import java.net.SocketException;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * Turns what moves data over a session, and what ends it, into events. Stateless, thread-safe; runs
 * on application threads.
 */
public final class SessionObserver {

    private final SessionEvents events;
    private final Transports transports;
    private final ObservationPolicy policy;

    public SessionObserver(SessionEvents events, Transports transports, ObservationPolicy policy) {
        this.events = events;
        this.transports = transports;
        this.policy = policy;
    }

    void on(int event, Followed session, Object self, @Nullable Object a) {
        switch (event) {
            case ACTIVE:
                active(session, self);
                break;
            case PEER_CLOSE_NOTIFY:
                events.apply(session, Event.PEER_CLOSE_NOTIFY);
                break;
            case PEER_EOF:
                events.apply(session, Event.PEER_EOF);
                break;
            case FATAL:
                failed(session, a, Event.FATAL);
                events.left(self);
                break;
            case CLOSE_NOTIFY_WRITTEN:
                if (a == null) {
                    events.apply(session, Event.CLOSE_NOTIFY);
                } else {
                    failed(session, a, Event.CLOSE_NOTIFY_FAILED);
                }
                break;
            case NATIVE_FREED:
                events.apply(session, Event.NATIVE_FREED);
                break;
            case BOUND:
                events.apply(session, Event.CONNECTED);
                break;
            default:
                break;
        }
    }

    private void failed(Followed session, @Nullable Object thrown, Event event) {
        if (thrown instanceof SocketException) {
            events.apply(session, Event.PEER_RESET);
        }
        events.apply(session, event);
    }

    /** Once data moves on a socket its handshake is over, whatever its provider. */
    private void active(Followed session, Object self) {
        if (policy.adopts() && self instanceof SSLSocket && !session.isEstablished()) {
            events.apply(session, Event.ESTABLISHED);
        }
        events.active(session);
    }

    /** A method that closes the session, or half of it, begins. */
    void closing(Followed session, Object self, int operation) {
        events.entered(session, true);
        if (operation == CLOSE) {
            if (session.carried() != null) {
                transports.event(session.carried(), Event.TRANSPORT_CLOSED, Followed.NONE);
            }
            events.apply(session, Event.CLOSE);
        } else if (operation == CLOSE_OUTPUT) {
            events.apply(session, Event.CLOSE_OUTPUT);
        } else {
            // an engine's closeInbound() says that no more data will come from the network; a
            // known channel shows that itself, and then the program may be wrong
            boolean ended = self instanceof SSLEngine && !session.hasTransport();
            events.apply(session, ended ? Event.NO_INPUT : Event.CLOSE_INPUT);
        }
    }

    /** A method that closes the session, or half of it, has returned or thrown. */
    void left(Object self) {
        events.left(self);
    }

    /** A method of one object has called one of another: the two are wrapper and delegate. */
    void link(Followed wrapper, Followed delegate) {
        events.link(wrapper, delegate);
    }

    /** A {@code close()} has returned or thrown. */
    void closed(Followed session, Object self, @Nullable Throwable thrown) {
        events.closed(session, self.getClass(), thrown);
    }
}
