package io.github.tlsleak.agent.track.pairing;

import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.agent.judge.Undecided;
import io.github.tlsleak.agent.track.Delegation;
import io.github.tlsleak.agent.track.Followed;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.agent.track.SessionEvents;
import io.github.tlsleak.agent.track.Transports;
import io.github.tlsleak.common.verdict.Resource;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Pairs an engine with the channel that its records go to. The engine does not know the channel.
 * The program may wrap a record on one thread, copy it, and write the copy on another thread.
 *
 * <p>The first handshake record of an engine carries 32 random bytes (RFC 8446, 4.1.2 and 4.1.3).
 * The channel that writes the same bytes belongs to that engine. For an engine older than the
 * agent, the first record seen is used. Thread-safe.
 */
public final class Channels {

    private final SessionEvents events;
    private final Transports transports;
    private final RecordMark.Unwritten marks = new RecordMark.Unwritten();

    /**
     * @param events changes sessions
     * @param transports where the channels of sessions are kept
     */
    public Channels(SessionEvents events, Transports transports) {
        this.events = events;
        this.transports = transports;
    }

    /**
     * An engine has wrapped a record.
     *
     * @param engine what is known of the engine
     * @param destination the buffer that the record was written to; not changed
     * @param produced how many bytes the record has; they end at the buffer's position
     */
    public void wrapped(Followed engine, ByteBuffer destination, int produced) {
        Session session = engine.session();
        if (session == null || session.hasTransport()) {
            return;
        }
        // an engine that is younger than the agent is paired by its handshake record alone
        boolean adopted = SessionState.has(session.root().state(), SessionState.ADOPTED);
        int at = destination.position() - produced;
        RecordMark mark = RecordMark.of(destination, at, session, adopted);
        if (mark != null) {
            marks.wrapped(mark);
        }
    }

    /**
     * A channel is about to write.
     *
     * @param channel the channel
     * @param buffer the bytes to write; not changed
     */
    public void writing(Object channel, ByteBuffer buffer) {
        RecordMark mark = markOf(buffer);
        Session session = mark == null ? null : marks.written(mark);
        if (session != null) {
            Session root = session.root();
            // a socket that uses an engine inside has a transport of its own
            if (root.origin.resource == Resource.SSL_ENGINE) {
                transports.layer(root, channel);
            }
        }
    }

    private static @Nullable RecordMark markOf(ByteBuffer buffer) {
        try {
            return RecordMark.of(buffer, buffer.position(), null, true);
        } catch (RuntimeException e) {
            // another thread changes the buffer or closes its arena; then the write fails, too
            return null;
        }
    }

    /**
     * An event of a channel that an engine's records may go to.
     *
     * @param channel what is known of the channel
     * @param event the event
     */
    public void event(Followed channel, Event event) {
        Session above = channel.carried();
        Session root = above == null ? null : above.root();
        // an engine that was collected before its channel was closed is lost, even if the channel
        // is closed later
        if (root != null && Delegation.mayBeReachable(root)) {
            events.move(root, event);
        } else if (root != null
                && event == Event.CHANNEL_CLOSED
                && Undecided.dependsOnChannel(root.state())) {
            transports.settle(root, Event.DESCRIPTOR_CLOSED);
        }
    }
}
