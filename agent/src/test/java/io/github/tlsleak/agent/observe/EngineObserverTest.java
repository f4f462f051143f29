package io.github.tlsleak.agent.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.agent.track.Tracking;
import io.github.tlsleak.common.verdict.Resource;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import org.junit.jupiter.api.Test;

class EngineObserverTest {

    private static final SSLEngineResult CLOSED =
            new SSLEngineResult(
                    SSLEngineResult.Status.CLOSED,
                    SSLEngineResult.HandshakeStatus.NOT_HANDSHAKING,
                    0,
                    24);

    private static final SSLEngineResult IN_HANDSHAKE =
            new SSLEngineResult(
                    SSLEngineResult.Status.OK, SSLEngineResult.HandshakeStatus.NEED_TASK, 200, 0);

    private final Tracking tracking = new Tracking();
    private final Object engine = new Object();
    private final Session session =
            tracking.follow(
                    engine, Resource.SSL_ENGINE, Event.CONNECTED, Event.STARTED, Event.ESTABLISHED);
    private final HandshakeObserver handshakes =
            new HandshakeObserver(tracking.events, tracking.details, tracking.contexts);
    private final EngineObserver observer = new EngineObserver(tracking.events, handshakes);

    @Test
    void aServerIsKnownAsOneBeforeItsHandshakeHasFinished() throws Exception {
        SSLEngine server = SSLContext.getDefault().createSSLEngine();
        server.setUseClientMode(false);
        Session followed = tracking.follow(server, Resource.SSL_ENGINE);
        observer.moved(followed, server, false, IN_HANDSHAKE, null);
        int state = followed.state();
        assertThat(SessionState.has(state, SessionState.STARTED)).isTrue();
        assertThat(SessionState.has(state, SessionState.SERVER)).isTrue();
        assertThat(SessionState.has(state, SessionState.CLIENT)).isFalse();
    }

    @Test
    void aServerIsKnownAsOneWhenItsHandshakeBegins() throws Exception {
        SSLEngine server = SSLContext.getDefault().createSSLEngine();
        server.setUseClientMode(false);
        Session followed = tracking.follow(server, Resource.SSL_ENGINE);
        handshakes.handshake(followed, server, new IllegalStateException());
        assertThat(followed.hasRole()).isFalse();
        handshakes.handshake(followed, server, null);
        assertThat(followed.hasRole()).isTrue();
        assertThat(SessionState.has(followed.state(), SessionState.SERVER)).isTrue();
    }

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
