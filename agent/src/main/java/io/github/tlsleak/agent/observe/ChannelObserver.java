package io.github.tlsleak.agent.observe;

import static io.github.tlsleak.agent.instrument.advice.HookEvents.CHANNEL_CLOSED;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.CHANNEL_OPTION;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.STREAM_ENDED;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.WRAPPED;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.WRITING;

import io.github.tlsleak.agent.instrument.Coverage;
import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.track.Followed;
import io.github.tlsleak.agent.track.pairing.Channels;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import javax.net.ssl.SSLEngineResult;
import org.jspecify.annotations.Nullable;

/**
 * Turns what happens to a channel, and what an engine wraps for it, into events of the engine's
 * session. Stateless, thread-safe; runs on application threads.
 */
public final class ChannelObserver {

    private static final String CHANNEL = "sun.nio.ch.SocketChannelImpl";

    private final Channels channels;
    private final Coverage coverage;

    public ChannelObserver(Channels channels, Coverage coverage) {
        this.channels = channels;
        this.coverage = coverage;
    }

    /**
     * @param object what is known of {@code self}: the engine that has wrapped, else the channel
     */
    void on(int event, Followed object, Object self, @Nullable Object a, @Nullable Object b) {
        switch (event) {
            case WRAPPED:
                if (a != null && b instanceof ByteBuffer) {
                    wrapped(object, (SSLEngineResult) a, (ByteBuffer) b);
                }
                break;
            case WRITING:
                // if the ends of channels are not seen, pairing them would accuse the wrong ones
                if (a != null && !coverage.isLost(CHANNEL)) {
                    channels.writing(self, (ByteBuffer) a);
                }
                break;
            case STREAM_ENDED:
                ended(object, a);
                break;
            case CHANNEL_CLOSED:
                channels.event(object, Event.CHANNEL_CLOSED);
                break;
            case CHANNEL_OPTION:
                if (a == StandardSocketOptions.SO_LINGER) {
                    boolean zero = Integer.valueOf(0).equals(b);
                    channels.event(object, zero ? Event.LINGER_ZERO : Event.LINGER_OTHER);
                }
                break;
            default:
                break;
        }
    }

    private void wrapped(Followed engine, SSLEngineResult result, ByteBuffer destination) {
        if (result.bytesProduced() > 0) {
            channels.wrapped(engine, destination, result.bytesProduced());
        }
    }

    /** A close by this side or a timeout is not an end by the peer. */
    private void ended(Followed channel, @Nullable Object thrown) {
        if (thrown == null) {
            channels.event(channel, Event.PEER_EOF);
        } else if (thrown instanceof IOException
                && !(thrown instanceof ClosedChannelException)
                && !(thrown instanceof InterruptedIOException)) {
            channels.event(channel, Event.PEER_RESET);
        }
    }
}
