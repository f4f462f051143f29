package io.github.tlsleak.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.common.verdict.Resource;
import org.junit.jupiter.api.Test;

/** A hook fails as a close returns: the close must not seem to hang for ever. */
class MissedReturnTest {

    private final Tracking tracking = new Tracking();
    private final Tracker tracker = tracking.tracker;
    private final Object socket = new Object();
    private final Session session =
            tracker.created(socket, Resource.SSL_SOCKET, null, false, true).session();

    MissedReturnTest() {
        tracker.inside.close(session);
        assertThat(tracker.inside.isEmpty()).isFalse();
    }

    @Test
    void ofASessionThatIsFollowed() {
        assertThat(tracker.doubt(socket)).isTrue();
        assertThat(tracker.inside.isEmpty()).isTrue();
    }

    /** Its record leads nowhere any more. */
    @Test
    void ofASessionThatWasClosedInOrder() {
        SessionEvents events = new SessionEvents(tracker);
        for (Event event : new Event[] {Event.ESTABLISHED, Event.CLOSE, Event.CLOSE_NOTIFY}) {
            events.apply(session, event);
        }
        assertThat(session.is(SessionFlags.DISMISSED)).isTrue();
        assertThat(tracker.doubt(socket)).isFalse();
        assertThat(tracker.inside.isEmpty()).isTrue();
    }

    @Test
    void ofASessionThatIsNotKnown() {
        tracker.closedSessions.all();
        assertThat(tracker.inside.isEmpty()).isTrue();
    }
}
