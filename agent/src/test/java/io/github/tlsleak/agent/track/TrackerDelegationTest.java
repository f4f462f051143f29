package io.github.tlsleak.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.common.verdict.Resource;
import org.junit.jupiter.api.Test;

/** Objects that work through one another, and sockets below. */
class TrackerDelegationTest {

    private final Tracking tracking = new Tracking();
    private final Tracker tracker = tracking.tracker;
    private final Object outer = new Object();
    private final Object inner = new StringBuilder();
    private final Object raw = new Object();

    private boolean has(Session session, int bits) {
        return SessionState.has(session.state(), bits);
    }

    @Test
    void wrapperAndDelegateAreOneSession() {
        Session wrapper = tracking.follow(outer, Resource.SSL_SOCKET);
        Session delegate = tracking.follow(inner, Resource.SSL_SOCKET, Event.CONNECTED);
        tracking.details.connected(tracking.followed(inner), "db", 1);
        tracking.link(outer, inner);
        tracking.event(inner, Event.ESTABLISHED);
        tracking.event(outer, Event.CLOSE);
        assertThat(delegate.root()).isSameAs(wrapper);
        assertThat(has(wrapper, SessionState.CONNECTED)).isTrue();
        assertThat(has(wrapper, SessionState.ESTABLISHED)).isTrue();
        assertThat(has(wrapper, SessionState.CLOSED)).isTrue();
        assertThat(wrapper.relations().delegateClass).isEqualTo("java.lang.StringBuilder");
        assertThat(wrapper.peerHost).isEqualTo("db");
    }

    private Session closedOverEngine(Event... before) {
        Session socket = tracking.followUp(outer, Resource.SSL_SOCKET, before);
        tracking.follow(inner, Resource.SSL_ENGINE);
        tracking.link(outer, inner);
        tracking.event(outer, Event.CLOSE);
        tracking.event(inner, Event.CLOSE_OUTPUT);
        return socket;
    }

    @Test
    void aSocketOverAnEngineHasSentWhatTheEngineMade() {
        Session socket = closedOverEngine();
        tracking.closed(outer, null);
        assertThat(has(socket, SessionState.CLOSE_NOTIFY)).isFalse();
        tracking.event(inner, Event.CLOSE_NOTIFY);
        assertThat(has(socket, SessionState.CLOSE_NOTIFY)).isTrue();
    }

    @Test
    void whatTheEngineMakesAfterTheOutputWasShutIsNotSent() {
        Session socket = closedOverEngine(Event.CLOSE_OUTPUT);
        tracking.event(inner, Event.CLOSE_NOTIFY);
        assertThat(has(socket, SessionState.CLOSE_NOTIFY)).isFalse();
    }

    @Test
    void whatWasMadeInsideIsNoDelegate() {
        Session session = tracking.follow(outer, Resource.SSL_SOCKET);
        tracker.created(inner, Resource.SSL_SOCKET, null, true, false);
        tracking.link(outer, inner);
        assertThat(tracking.session(inner).root()).isNotSameAs(session);
        assertThat(Delegation.members(session)).isEqualTo(1);
    }

    @Test
    void whatWasEstablishedByItselfIsNoDelegate() {
        Session session = tracking.follow(outer, Resource.SSL_SOCKET);
        Session alone = tracking.followUp(inner, Resource.SSL_SOCKET);
        tracking.details.connected(tracking.followed(inner), "db", 65_535);
        tracking.details.establishedOutermost(tracking.followed(inner));
        tracking.link(outer, inner);
        assertThat(alone.root()).isSameAs(alone);
        assertThat(alone.peerPort()).isEqualTo(65_535);
        assertThat(session.root()).isSameAs(session);
    }

    @Test
    void theEngineOfASocketIsItsDelegateThoughStreamsHaveDrivenIt() {
        Session socket = tracking.follow(outer, Resource.SSL_SOCKET);
        Session engine = tracking.followUp(inner, Resource.SSL_ENGINE);
        tracking.details.establishedOutermost(tracking.followed(inner));
        tracking.link(outer, inner);
        assertThat(engine.root()).isSameAs(socket);
    }

    @Test
    void whatWorksOverTheSameSocketIsOneThoughEstablishedBefore() {
        Session wrapper = tracking.follow(outer, Resource.SSL_SOCKET);
        Session delegate = tracking.followUp(inner, Resource.SSL_SOCKET);
        tracking.details.establishedOutermost(tracking.followed(inner));
        tracking.layered(inner, raw);
        tracking.layered(outer, raw);
        tracking.link(outer, inner);
        assertThat(delegate.root()).isSameAs(wrapper);
    }

    @Test
    void aDelegateStaysOneWhoeverIsAskedAfterwards() {
        Session wrapper = tracking.follow(outer, Resource.SSL_SOCKET);
        Session delegate = tracking.followUp(inner, Resource.SSL_SOCKET);
        tracking.link(outer, inner);
        tracking.details.establishedOutermost(tracking.followed(inner));
        tracking.details.establishedOutermost(tracking.followed(outer));
        assertThat(delegate.root()).isSameAs(wrapper);
        Object further = new Object();
        Session above = tracking.follow(further, Resource.SSL_SOCKET);
        tracking.link(further, outer);
        assertThat(wrapper.root()).isNotSameAs(above);
    }

    @Test
    void whatOthersSawOfAnOlderSessionDoesNotTellWhoseItIs() {
        Session wrapper = tracking.follow(outer, Resource.SSL_SOCKET);
        Session old = tracking.followUp(inner, Resource.SSL_SOCKET);
        tracking.adopt(inner);
        tracking.details.establishedOutermost(tracking.followed(inner));
        tracking.link(outer, inner);
        assertThat(old.root()).isSameAs(wrapper);
    }

    @Test
    void tlsOverTlsIsTwoSessions() {
        Session above = tracking.followUp(outer, Resource.SSL_SOCKET);
        Session below = tracking.followUp(inner, Resource.SSL_SOCKET);
        tracking.layered(outer, inner);
        tracking.link(outer, inner);
        assertThat(below.root()).isSameAs(below);
        tracking.transport(inner, Event.TRANSPORT_CLOSED, null);
        assertThat(has(above, SessionState.UNDERCUT)).isTrue();
        assertThat(has(below, SessionState.UNDERCUT)).isFalse();
    }

    @Test
    void theRawSocketIsClosedUnderneath() {
        Session session = tracking.followUp(outer, Resource.SSL_SOCKET);
        tracking.layered(outer, raw);
        tracking.transport(raw, Event.TRANSPORT_CLOSED, null);
        assertThat(has(session, SessionState.UNDERCUT)).isTrue();
        assertThat(tracker.decided).containsExactly(session);
        tracking.transport(raw, Event.TRANSPORT_CLOSED, null);
        assertThat(tracker.decided).hasSize(1);
    }

    @Test
    void theOutputOfTheRawSocketIsShutUnderneath() {
        Session session = tracking.followUp(outer, Resource.SSL_SOCKET);
        tracking.layered(outer, raw);
        tracking.transport(raw, Event.TRANSPORT_SHUT, outer);
        assertThat(has(session, SessionState.UNDERCUT)).as("by the session itself").isFalse();
        tracking.transport(raw, Event.TRANSPORT_SHUT, null);
        assertThat(has(session, SessionState.UNDERCUT)).isTrue();
        assertThat(has(session, SessionState.DESCRIPTOR_CLOSED)).isFalse();
    }

    @Test
    void theSessionClosesItsRawSocketItself() {
        Session session = tracking.followUp(outer, Resource.SSL_SOCKET);
        tracking.layered(outer, raw);
        tracking.transport(raw, Event.TRANSPORT_CLOSED, outer);
        assertThat(has(session, SessionState.UNDERCUT)).isFalse();
        assertThat(has(session, SessionState.DESCRIPTOR_CLOSED)).isTrue();
    }

    /** As one does that reads the peer's close_notify: no method of the public API is at work. */
    @Test
    void aProviderClosesTheRawSocketByItself() {
        Object own = new OwnSocket();
        Session session = tracking.followUp(own, Resource.SSL_SOCKET);
        tracking.layered(own, raw);
        tracking.at(OwnSocket.class.getName() + "$Input", "read", 7);
        tracking.transport(raw, Event.TRANSPORT_CLOSED, null);
        assertThat(has(session, SessionState.UNDERCUT)).isFalse();
        assertThat(has(session, SessionState.DESCRIPTOR_CLOSED)).isTrue();
    }

    @Test
    void whereTheProviderIsKnownItsCodeIsNoExcuse() {
        Object own = new OwnSocket();
        Session session = tracking.followUp(own, Resource.SSL_SOCKET);
        session.mark(SessionState.PRECISE);
        tracking.layered(own, raw);
        tracking.at(OwnSocket.class.getName(), "read", 7);
        tracking.transport(raw, Event.TRANSPORT_CLOSED, null);
        assertThat(has(session, SessionState.UNDERCUT)).isTrue();
    }

    @Test
    void anotherSessionAtWorkIsNoExcuse() {
        Session session = tracking.followUp(outer, Resource.SSL_SOCKET);
        tracking.followUp(inner, Resource.SSL_SOCKET);
        tracking.layered(outer, raw);
        tracking.transport(raw, Event.TRANSPORT_CLOSED, inner);
        assertThat(has(session, SessionState.UNDERCUT)).isTrue();
    }

    @Test
    void aWrapperClosesTheRawSocketOfItsDelegate() {
        Session wrapper = tracking.followUp(outer, Resource.SSL_SOCKET);
        tracking.follow(inner, Resource.SSL_SOCKET);
        tracking.layered(inner, raw);
        tracking.link(outer, inner);
        tracking.transport(raw, Event.TRANSPORT_CLOSED, outer);
        assertThat(has(wrapper, SessionState.UNDERCUT)).isFalse();
        assertThat(wrapper.transport()).isSameAs(tracker.table.find(raw));
    }

    private Session wrapped() {
        Session wrapper = tracking.followUp(outer, Resource.SSL_SOCKET);
        tracking.follow(inner, Resource.SSL_SOCKET);
        tracking.layered(inner, raw);
        tracking.link(outer, inner);
        tracking.event(outer, Event.CLOSE);
        return wrapper;
    }

    @Test
    void aWrapperThatClosesTheRawSocketFirstUndercuts() {
        Session wrapper = wrapped();
        tracking.at("com.acme.Proxied", "close", 5);
        tracking.transport(raw, Event.TRANSPORT_CLOSED, outer);
        tracking.event(inner, Event.CLOSE);
        tracking.event(inner, Event.CLOSE_NOTIFY);
        assertThat(has(wrapper, SessionState.UNDERCUT)).isTrue();
        assertThat(has(wrapper, SessionState.DESCRIPTOR_CLOSED)).isTrue();
        assertThat(wrapper.relations().closedAt.frame()).startsWith("com.acme.Proxied.close(");
    }

    @Test
    void aWrapperThatClosesTheRawSocketLastDoesNot() {
        Session wrapper = wrapped();
        tracking.event(inner, Event.CLOSE);
        tracking.transport(raw, Event.TRANSPORT_CLOSED, inner);
        tracking.transport(raw, Event.TRANSPORT_CLOSED, outer);
        assertThat(has(wrapper, SessionState.UNDERCUT)).isFalse();
        assertThat(has(wrapper, SessionState.DESCRIPTOR_CLOSED)).isTrue();
    }

    @Test
    void whatTheDelegateFailedToDoIsNotTheWrappersFault() {
        Session wrapper = wrapped();
        tracking.event(inner, Event.CLOSE);
        tracking.transport(raw, Event.TRANSPORT_CLOSED, outer);
        assertThat(has(wrapper, SessionState.UNDERCUT)).isFalse();
    }

    @Test
    void lingerIsNoted() {
        Session session = tracking.followUp(outer, Resource.SSL_SOCKET);
        tracking.layered(outer, raw);
        tracking.transports.lingers(tracking.followed(raw), -1);
        assertThat(session.isNoted(SessionFlags.LINGERS)).isFalse();
        tracking.transports.lingers(tracking.followed(raw), 3);
        assertThat(session.isNoted(SessionFlags.LINGERS)).isTrue();
        assertThat(has(session, SessionState.LINGER_ZERO)).isFalse();
        tracking.transports.lingers(tracking.followed(outer), 0);
        assertThat(has(session, SessionState.LINGER_ZERO)).as("its own, not one below").isFalse();
        tracking.transports.lingers(tracking.followed(raw), 0);
        assertThat(has(session, SessionState.LINGER_ZERO)).isTrue();
    }

    @Test
    void lingerOfTheRawSocket() {
        Session session = tracking.followUp(outer, Resource.SSL_SOCKET);
        tracking.layered(outer, raw);
        tracking.transport(raw, Event.LINGER_ZERO, outer);
        assertThat(has(session, SessionState.LINGER_ZERO)).isTrue();
        tracking.transport(raw, Event.LINGER_OTHER, null);
        assertThat(has(session, SessionState.LINGER_ZERO)).isFalse();
        assertThat(tracker.decided).isEmpty();
    }

    @Test
    void aRawSocketUsedAgainCarriesTheLatest() {
        Session first = tracking.followUp(outer, Resource.SSL_SOCKET);
        Session second = tracking.followUp(inner, Resource.SSL_SOCKET);
        tracking.layered(outer, raw);
        tracking.layered(inner, raw);
        tracking.transport(raw, Event.TRANSPORT_CLOSED, null);
        assertThat(has(first, SessionState.UNDERCUT)).isFalse();
        assertThat(has(second, SessionState.UNDERCUT)).isTrue();
    }

    private static class Base {}

    private static final class OwnSocket extends Base {}
}
