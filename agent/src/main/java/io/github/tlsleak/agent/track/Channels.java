package io.github.tlsleak.agent.track;

import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.agent.judge.Undecided;
import io.github.tlsleak.common.verdict.Resource;
import java.nio.ByteBuffer;

/**
 * Channels that the bytes of engines go to. An engine knows no channel, and a program may wrap in
 * one thread and write in another, what it has copied meanwhile: they are paired by the first
 * record, which holds bytes that no other one has; of an engine that is older than the agent by the
 * first that is seen. Thread-safe.
 */
public final class Channels {

    private final Tracker tracker;
    private final RecordMarks marks = new RecordMarks();

    Channels(Tracker tracker) {
        this.tracker = tracker;
    }

    /**
     * An engine has wrapped a record.
     *
     * @param engine the engine
     * @param destination what it has written to; not changed
     * @param produced how many bytes, up to the buffer's position
     */
    public void wrapped(Object engine, ByteBuffer destination, int produced) {
        Session session = tracker.session(engine);
        if (session == null || session.root().transport() != null) {
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
                tracker.transports().layer(root, channel);
            }
        }
    }

    private static RecordMark markOf(ByteBuffer buffer) {
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
     * @param channel the channel
     * @param event what
     */
    public void event(Object channel, Event event) {
        Tracked record = tracker.table.find(channel);
        Session above =
                record instanceof TransportRecord ? ((TransportRecord) record).carries : null;
        Session root = above == null ? null : above.root();
        // an engine that was dropped before its channel ended is lost, whatever ends that later
        if (root != null && Delegation.mayBeReachable(root)) {
            tracker.apply(root, event);
        } else if (root != null
                && event == Event.CHANNEL_CLOSED
                && Undecided.dependsOnChannel(root.state())) {
            tracker.transports().settle(root, Event.DESCRIPTOR_CLOSED);
        }
    }

    /**
     * Whether it is seen what the channel of an engine does.
     *
     * @param engine the engine
     * @return true if the two are paired: then the peer's end is seen there
     */
    public boolean isPaired(Object engine) {
        Session session = tracker.session(engine);
        return session != null && session.root().transport() != null;
    }
}
