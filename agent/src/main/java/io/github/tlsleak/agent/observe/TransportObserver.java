package io.github.tlsleak.agent.observe;

import static io.github.tlsleak.agent.instrument.advice.HookEvents.LAYERED;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.TRANSPORT_CLOSED;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.TRANSPORT_LINGER;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.TRANSPORT_SHUT;

import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.track.Followed;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.agent.track.SessionEvents;
import io.github.tlsleak.agent.track.Tracker;
import io.github.tlsleak.agent.track.Transports;
import io.github.tlsleak.agent.track.pairing.Channels;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TlsLeakHooks;
import org.jspecify.annotations.Nullable;

/**
 * Turns what happens to a socket, or to the output of a channel, into events of the session that
 * works over it. Stateless, thread-safe; runs on application threads.
 */
public final class TransportObserver {

    private final Tracker tracker;
    private final SessionEvents events;
    private final Transports transports;
    private final Channels channels;
    private final HandshakeObserver handshakes;

    public TransportObserver(
            Tracker tracker,
            SessionEvents events,
            Transports transports,
            Channels channels,
            HandshakeObserver handshakes) {
        this.tracker = tracker;
        this.events = events;
        this.transports = transports;
        this.channels = channels;
        this.handshakes = handshakes;
    }

    void on(int event, Followed object, Object self, @Nullable Object a, @Nullable Object b) {
        switch (event) {
            case LAYERED:
                layered(object, self, a, b);
                break;
            case TRANSPORT_CLOSED:
                if (self instanceof SSLSocket) {
                    events.apply(object, Event.DESCRIPTOR_CLOSED);
                } else {
                    ended(object, Event.TRANSPORT_CLOSED);
                }
                break;
            case TRANSPORT_SHUT:
                if (self instanceof Socket) {
                    ended(object, Event.TRANSPORT_SHUT);
                } else {
                    channels.event(object, Event.TRANSPORT_SHUT);
                }
                break;
            case TRANSPORT_LINGER:
                if (a != null) {
                    transports.lingers(object, (Integer) a);
                }
                break;
            default:
                break;
        }
    }

    private void layered(
            Followed session, Object self, @Nullable Object transport, @Nullable Object peer) {
        if (transport != null && transport != self) {
            transports.layered(session, transport);
            if (peer != null) {
                handshakes.connected(session, self, peer);
            }
        }
    }

    /**
     * The object at work on this thread tells who ends the transport: the session or the program.
     */
    private void ended(Followed transport, Event event) {
        Session carried = transport.carried();
        if (carried != null) {
            Object current = TlsLeakHooks.current();
            Followed running = current == null ? Followed.NONE : tracker.followed(current);
            transports.event(carried, event, running);
        }
    }
}
