package io.github.tlsleak.agent.observe;

import io.github.tlsleak.agent.instrument.access.SunState;
import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.track.Tracker;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TlsLeakHooks;

/**
 * Reads what an event shows of a session, in the event and nowhere else: the application is calling
 * the object then. Apart from {@link HookSink} so that linking that loads no JSSE class.
 */
public final class HandshakeObserver {

    private final Tracker tracker;

    public HandshakeObserver(Tracker tracker) {
        this.tracker = tracker;
    }

    /** To a name, an address, or what the socket itself says; a class above may ask for less. */
    void connected(Object self, Object peer) {
        boolean sun = SunState.isSun(self.getClass());
        if (peer instanceof InetSocketAddress) {
            InetSocketAddress address = (InetSocketAddress) peer;
            // SunJSSE tells more, and later
            if (!sun) {
                tracker.details().connected(self, address.getHostString(), address.getPort());
            }
            return;
        }
        String name = peer instanceof String && !((String) peer).isEmpty() ? (String) peer : null;
        // of other providers half built: only what is given
        InetAddress address =
                peer instanceof InetAddress
                        ? (InetAddress) peer
                        : sun ? ((Socket) self).getInetAddress() : null;
        int port = sun ? ((Socket) self).getPort() : 0;
        tracker.details().connected(self, name != null ? name : text(address), port);
    }

    /** All that is known is that it has; the session is asked when the program asks for it. */
    void established(Object self) {
        boolean client =
                self instanceof SSLEngine
                        ? ((SSLEngine) self).getUseClientMode()
                        : ((SSLSocket) self).getUseClientMode();
        established(self, null, client);
    }

    void established(Object self, Object session, Boolean client) {
        Object outermost = TlsLeakHooks.outermost();
        if (outermost == null || outermost == self) {
            tracker.details().establishedOutermost(self);
        }
        if (!(session instanceof SSLSession)) {
            tracker.details().established(self, client, null, null, null, 0);
            return;
        }
        SSLSession s = (SSLSession) session;
        tracker.details()
                .established(
                        self,
                        client,
                        s.getProtocol(),
                        s.getCipherSuite(),
                        s.getPeerHost(),
                        s.getPeerPort());
    }

    /** A server socket whose constructor binds it did so before the hook. */
    void bound(Object self, Tracker tracker) {
        if (SunState.isSun(self.getClass()) && ((ServerSocket) self).isBound()) {
            tracker.event(self, Event.CONNECTED);
        }
    }

    void handshake(Object self, Throwable thrown) {
        if (self instanceof SSLEngine) {
            tracker.event(self, Event.STARTED);
        } else if (thrown == null) {
            // told before by the provider's internals or by a delegate, where those are known
            SSLSocket socket = (SSLSocket) self;
            if (!tracker.details().areKnown(self)) {
                established(self, socket.getSession(), socket.getUseClientMode());
            }
        } else {
            boolean timeout = thrown instanceof InterruptedIOException;
            tracker.event(self, timeout ? Event.STARTED : Event.FATAL);
        }
    }

    void moved(Object self, boolean wrap, Object result, Throwable thrown) {
        if (thrown != null) {
            if (thrown instanceof SSLException) {
                tracker.event(self, Event.FATAL);
            }
            return;
        }
        SSLEngineResult r = (SSLEngineResult) result;
        HandshakeStatus handshake = r.getHandshakeStatus();
        if (handshake == HandshakeStatus.FINISHED) {
            SSLEngine engine = (SSLEngine) self;
            if (!tracker.details().areKnown(self)) {
                established(self, engine.getSession(), engine.getUseClientMode());
            }
        } else if (handshake != HandshakeStatus.NOT_HANDSHAKING && r.getStatus() != Status.CLOSED) {
            tracker.event(self, Event.STARTED);
        }
        if (r.getStatus() == Status.CLOSED) {
            ended(self, wrap, r);
        }
    }

    private void ended(Object self, boolean wrap, SSLEngineResult r) {
        if (wrap && r.bytesProduced() > 0) {
            if (!tracker.details().isFatal(self)) {
                tracker.event(self, Event.CLOSE_NOTIFY);
            }
        } else if (!wrap && r.bytesConsumed() > 0 && !tracker.details().isFatal(self)) {
            tracker.event(self, Event.PEER_CLOSE_NOTIFY);
        }
    }

    /** The name an address was made with, else its digits; never a look-up. */
    private static String text(InetAddress address) {
        if (address == null) {
            return null;
        }
        String both = address.toString();
        int slash = both.indexOf('/');
        return slash > 0 ? both.substring(0, slash) : both.substring(slash + 1);
    }
}
