package io.github.tlsleak.agent.observe;

import static io.github.tlsleak.agent.instrument.advice.HookEvents.CONNECTED;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.ESTABLISHED;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.ESTABLISHED_CLIENT;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.ESTABLISHED_SERVER;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.PEER_SPOKE;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.STARTED;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.STARTED_CLIENT;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.STARTED_SERVER;

import io.github.tlsleak.agent.collect.ContextTracker;
import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.provider.ProviderClasses;
import io.github.tlsleak.agent.track.Followed;
import io.github.tlsleak.agent.track.HandshakeDetails;
import io.github.tlsleak.agent.track.SessionEvents;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TlsLeakFrames;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a handshake shows into details and events of its session. It calls methods of the
 * object in the event and nowhere else: the application is calling the object then. Apart from
 * {@link HookSink} so that linking that loads no JSSE class. Stateless, thread-safe.
 */
public final class HandshakeObserver {

    private final SessionEvents events;
    private final HandshakeDetails details;
    private final ContextTracker contexts;

    public HandshakeObserver(
            SessionEvents events, HandshakeDetails details, ContextTracker contexts) {
        this.events = events;
        this.details = details;
        this.contexts = contexts;
    }

    void on(int event, Followed session, Object self, @Nullable Object a, @Nullable Object b) {
        switch (event) {
            case CONNECTED:
                if (self instanceof SSLSocket) {
                    connected(session, self, a);
                }
                if (b instanceof ServerSocket) {
                    events.accepted(session);
                }
                // SunJSSE shows at the same time whether it was told to be the client
                if (b instanceof ServerSocket && !ProviderClasses.isSunJsse(self.getClass())) {
                    details.role(session, false);
                }
                break;
            case STARTED_CLIENT:
            case STARTED_SERVER:
                details.started(session, event == STARTED_CLIENT);
                events.entered(session, false);
                break;
            case STARTED:
                begun(session, self);
                events.entered(session, false);
                break;
            case PEER_SPOKE:
                peerSpoke(session);
                break;
            case ESTABLISHED_CLIENT:
            case ESTABLISHED_SERVER:
                established(session, self, a, event == ESTABLISHED_CLIENT);
                if (b != null) {
                    contexts.session(b, session);
                }
                break;
            case ESTABLISHED:
                established(session, self, null, isClient(self));
                break;
            default:
                break;
        }
    }

    /** A handshake has begun, or goes on. Who may never finish it has a role, too. */
    void begun(Followed session, Object self) {
        if (!session.hasRole()) {
            details.role(session, isClient(self));
        }
        events.apply(session, Event.STARTED);
    }

    /** The peer has sent something, which a silent client has not. */
    void peerSpoke(Followed session) {
        details.peerSpoke(session);
    }

    private static boolean isClient(Object self) {
        return self instanceof SSLEngine
                ? ((SSLEngine) self).getUseClientMode()
                : ((SSLSocket) self).getUseClientMode();
    }

    /**
     * A socket is connected to a name, to an address, or to what the socket itself says. A class
     * above it may ask for less.
     */
    void connected(Followed session, Object self, @Nullable Object peer) {
        boolean sun = ProviderClasses.isSunJsse(self.getClass());
        if (peer instanceof InetSocketAddress) {
            InetSocketAddress address = (InetSocketAddress) peer;
            // SunJSSE shows more, and later
            if (!sun) {
                details.connected(session, address.getHostString(), address.getPort());
            }
            return;
        }
        String name = peer instanceof String && !((String) peer).isEmpty() ? (String) peer : null;
        // sockets of other providers are half built now and are not asked
        InetAddress address =
                peer instanceof InetAddress
                        ? (InetAddress) peer
                        : sun ? ((Socket) self).getInetAddress() : null;
        int port = sun ? ((Socket) self).getPort() : 0;
        details.connected(session, name != null ? name : text(address), port);
        if (sun && !((SSLSocket) self).getUseClientMode()) {
            details.role(session, false);
        }
    }

    /**
     * A handshake has finished.
     *
     * @param tls its {@code SSLSession}, or null if that is known when the program asks for it
     * @param client whether it has the client role; null where not known
     */
    void established(
            Followed session, Object self, @Nullable Object tls, @Nullable Boolean client) {
        events.left(self);
        Object outermost = TlsLeakFrames.outermost();
        if (outermost == null || outermost == self) {
            details.establishedOutermost(session);
        }
        if (!(tls instanceof SSLSession)) {
            details.established(session, client, null, null, null, 0);
            return;
        }
        SSLSession s = (SSLSession) tls;
        if (ProviderClasses.isSunJsse(s.getClass())) {
            // other providers give a resumed session a time of its own
            details.establishedWith(session, System.currentTimeMillis() - s.getCreationTime());
        }
        details.established(
                session,
                client,
                s.getProtocol(),
                s.getCipherSuite(),
                s.getPeerHost(),
                s.getPeerPort());
    }

    /** A method that begins a handshake has returned or thrown; that of a socket finishes it. */
    void handshake(Followed session, Object self, @Nullable Throwable thrown) {
        if (self instanceof SSLEngine) {
            if (thrown == null) {
                begun(session, self);
            }
        } else if (thrown == null) {
            // hooks inside the provider, or of a delegate, may have set the parameters before
            SSLSocket socket = (SSLSocket) self;
            if (!session.hasParameters()) {
                established(session, self, socket.getSession(), socket.getUseClientMode());
            }
        } else {
            boolean timeout = thrown instanceof InterruptedIOException;
            events.apply(session, timeout ? Event.STARTED : Event.FATAL);
            events.left(self);
        }
    }

    /** The name an address was made with, else its digits; never a look-up. */
    private static @Nullable String text(@Nullable InetAddress address) {
        if (address == null) {
            return null;
        }
        String both = address.toString();
        int slash = both.indexOf('/');
        return slash > 0 ? both.substring(0, slash) : both.substring(slash + 1);
    }
}
