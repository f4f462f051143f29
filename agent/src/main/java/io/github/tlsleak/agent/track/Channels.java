package io.github.tlsleak.agent.track;

import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.agent.judge.Undecided;
import io.github.tlsleak.common.verdict.Resource;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Channels that the bytes of engines go to. An engine knows no channel, and a program may wrap in
 * one thread and write in another, what it has copied meanwhile: they are paired by the first
 * record, which holds bytes that no other one has; of an engine that is older than the agent by the
 * first that is seen. Thread-safe.
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
     * @param destination what it has written to; not changed
     * @param produced how many bytes, up to the buffer's position
     */
    public void wrapped(Followed engine, ByteBuffer destination, int produced) {
        Session session = engine.session();
        if (session == null || session.hasTransport()) {
            return;
        }
        // of one that is younger than the agent the first record is seen
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
     * @param buffer what; not changed
     */
    public void writing(Object channel, ByteBuffer buffer) {
        RecordMark mark = markOf(buffer);
        Session session = mark == null ? null : marks.written(mark);
        if (session != null) {
            Session root = session.root();
            // a socket that works through an engine has a transport of its own
            if (root.origin.resource == Resource.SSL_ENGINE) {
                transports.layer(root, channel);
            }
        }
    }

    private static @Nullable RecordMark markOf(ByteBuffer buffer) {
        try {
            return RecordMark.of(buffer, buffer.position(), null, true);
        } catch (RuntimeException e) {
            // another thread changes it, or ends its arena: the write itself will say so
            return null;
        }
    }

    /**
     * What happened to a channel that an engine's bytes may go to.
     *
     * @param channel what is known of the channel
     * @param event what
     */
    public void event(Followed channel, Event event) {
        Session above = channel.carried();
        Session root = above == null ? null : above.root();
        // an engine that was dropped before its channel ended is lost, whatever ends that later
        if (root != null && Delegation.mayBeReachable(root)) {
            events.move(root, event);
        } else if (root != null
                && event == Event.CHANNEL_CLOSED
                && Undecided.dependsOnChannel(root.state())) {
            transports.settle(root, Event.DESCRIPTOR_CLOSED);
        }
    }
}
