package io.github.tlsleak.agent.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.agent.track.Tracking;
import io.github.tlsleak.common.verdict.Resource;
import javax.net.ssl.SSLEngineResult;
import org.junit.jupiter.api.Test;

class EngineObserverTest {

    private static final SSLEngineResult CLOSED =
            new SSLEngineResult(
                    SSLEngineResult.Status.CLOSED,
                    SSLEngineResult.HandshakeStatus.NOT_HANDSHAKING,
                    0,
                    24);

    private final Tracking tracking = new Tracking();
    private final Object engine = new Object();
    private final Session session =
            tracking.follow(
                    engine, Resource.SSL_ENGINE, Event.CONNECTED, Event.STARTED, Event.ESTABLISHED);
    private final EngineObserver observer =
            new EngineObserver(
                    tracking.events,
                    new HandshakeObserver(tracking.events, tracking.details, tracking.contexts));

    /** A mock of an engine, for example. */
    @Test
    void aCallThatReturnsNullTellsNothing() {
        int before = session.state();
        observer.moved(session, engine, true, null, null);
        assertThat(session.state()).isEqualTo(before);
    }

    @Test
    void bytesWithTheStatusClosedAreACloseNotify() {
        int before = session.state();
        observer.moved(session, engine, true, CLOSED, null);
        assertThat(session.state()).isEqualTo(SessionState.after(before, Event.CLOSE_NOTIFY));
        assertThat(session.state()).isNotEqualTo(before);
    }
}
