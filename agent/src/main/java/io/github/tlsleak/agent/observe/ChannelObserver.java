package io.github.tlsleak.agent.observe;

import static io.github.tlsleak.agent.instrument.advice.HookEvents.CHANNEL_CLOSED;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.CHANNEL_OPTION;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.STREAM_ENDED;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.TRANSPORT_SHUT;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.WRAPPED;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.WRITING;

import io.github.tlsleak.agent.instrument.CoverageLog;
import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.track.Channels;
import io.github.tlsleak.agent.track.Tracker;
import io.github.tlsleak.agent.track.Transports;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.TlsLeakHooks;

/** What channels, and engines for them, tell: translated into events. */
public final class ChannelObserver {

    private static final String CHANNEL = "sun.nio.ch.SocketChannelImpl";

    private final Channels channels;
    private final Transports transports;
    private final CoverageLog coverage;

    public ChannelObserver(Tracker tracker, CoverageLog coverage) {
        this.channels = tracker.channels();
        this.transports = tracker.transports();
        this.coverage = coverage;
    }

    void on(int event, Object self, Object a, Object b) {
        switch (event) {
            case WRAPPED:
                int produced = ((SSLEngineResult) a).bytesProduced();
                if (produced > 0 && b instanceof ByteBuffer) {
                    channels.wrapped(self, (ByteBuffer) b, produced);
                }
                break;
            case WRITING:
                // where ends are not seen, nothing is known of them
                if (!coverage.isLost(CHANNEL)) {
                    channels.writing(self, (ByteBuffer) a);
                }
                break;
            case STREAM_ENDED:
                ended(self, a);
                break;
            case CHANNEL_CLOSED:
                channels.event(self, Event.CHANNEL_CLOSED);
                break;
            case TRANSPORT_SHUT:
                shut(self);
                break;
            case CHANNEL_OPTION:
                if (a == StandardSocketOptions.SO_LINGER) {
                    boolean zero = Integer.valueOf(0).equals(b);
                    channels.event(self, zero ? Event.LINGER_ZERO : Event.LINGER_OTHER);
                }
                break;
            default:
                break;
        }
    }

    private void shut(Object transport) {
        if (transport instanceof Socket) {
            transports.raw(transport, Event.TRANSPORT_SHUT, TlsLeakHooks.current());
        } else {
            channels.event(transport, Event.TRANSPORT_SHUT);
        }
    }

    /** A close by this side, or a time that is over, is not the peer's doing. */
    private void ended(Object channel, Object thrown) {
        if (thrown == null) {
            channels.event(channel, Event.PEER_EOF);
        } else if (thrown instanceof IOException
                && !(thrown instanceof ClosedChannelException)
                && !(thrown instanceof InterruptedIOException)) {
            channels.event(channel, Event.PEER_RESET);
        }
    }
}
