package io.github.tlsleak.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.agent.site.CallStack;
import io.github.tlsleak.common.verdict.Resource;
import java.net.SocketException;
import org.junit.jupiter.api.Test;

class TrackerTest {

    private final Tracking tracking = new Tracking();
    private final Tracker tracker = tracking.tracker;
    private final Object socket = new Object();

    private boolean has(Object object, int bits) {
        return SessionState.has(tracking.session(object).root().state(), bits);
    }

    @Test
    void createdAndEvents() {
        tracking.follow(socket, Resource.SSL_SOCKET, Event.CONNECTED);
        assertThat(has(socket, SessionState.CONNECTED)).isTrue();
        assertThat(tracking.session(socket).origin.resource).isEqualTo(Resource.SSL_SOCKET);
        assertThat(tracking.session(socket).thread()).isEqualTo(Thread.currentThread().getName());
        assertThat(tracking.session(socket).origin.site.frame())
                .startsWith("com.acme.OrderClient.call");
        assertThat(tracker.totals().created()).isEqualTo(1);
    }

    @Test
    void aStackThatIsKnownIsNotLookedAtAgain() {
        CallStack stack = tracker.stacks.here(true);
        tracker.created(socket, Resource.SSL_SOCKET, stack, false, false);
        assertThat(tracking.session(socket).origin.stack).isSameAs(stack);
    }

    @Test
    void unknownObjectsAreIgnored() {
        tracking.event(socket, Event.CLOSE);
        tracking.details.started(tracking.followed(socket), true);
        tracking.closed(socket, null);
        tracking.details.established(tracking.followed(socket), true, "TLSv1.3", "X", "h", 1);
        tracking.details.connected(tracking.followed(socket), "h", 1);
        tracking.link(socket, new Object());
        tracking.layered(socket, new Object());
        tracking.transport(socket, Event.TRANSPORT_CLOSED, null);
        tracking.events.active(tracking.followed(socket));
        assertThat(tracker.table.size()).isZero();
        assertThat(tracking.followed(socket).isEstablished()).isTrue();
        assertThat(tracking.followed(socket).isFatal()).isTrue();
    }

    /**
     * A server's socket is made while one test runs, and gets its client while the next one does.
     */
    @Test
    void anAcceptedSocketBelongsToTheTestThatConnects() {
        tracker.tests.begin("a", null, "A", false);
        Session session = tracking.follow(socket, Resource.SSL_SOCKET);
        tracker.tests.end("a");
        tracker.tests.begin("b", null, "B", false);
        assertThat(session.relations().scope.id).isEqualTo("a");
        tracking.events.accepted(tracking.followed(socket));
        assertThat(session.relations().scope.id).isEqualTo("b");
        tracker.tests.end("b");
        tracking.events.accepted(tracking.followed(socket));
        assertThat(session.relations().scope.id).isEqualTo("b");
    }

    @Test
    void establishedTakesDetails() {
        Session session = tracking.follow(socket, Resource.SSL_SOCKET);
        assertThat(tracking.followed(socket).isEstablished()).isFalse();
        tracking.details.established(
                tracking.followed(socket), false, "TLSv1.3", "TLS_AES_256_GCM_SHA384", "db", 5432);
        assertThat(session.agreed.protocol).isEqualTo("TLSv1.3");
        assertThat(session.agreed.cipherSuite).isEqualTo("TLS_AES_256_GCM_SHA384");
        assertThat(session.peerHost).isEqualTo("db");
        assertThat(session.peerPort()).isEqualTo(5432);
        assertThat(has(socket, SessionState.TLS13)).isTrue();
        assertThat(has(socket, SessionState.SERVER)).isTrue();
        assertThat(has(socket, SessionState.CLIENT)).isFalse();
        assertThat(tracking.followed(socket).isEstablished()).isTrue();
        assertThat(tracking.followed(socket).isFatal()).isFalse();
    }

    @Test
    void theNameConnectedToStays() {
        Session session = tracking.follow(socket, Resource.SSL_SOCKET);
        tracking.details.connected(tracking.followed(socket), "db.internal", 5432);
        tracking.details.established(
                tracking.followed(socket), null, "TLSv1.2", "X", "10.0.0.1", 1);
        assertThat(session.peerHost).isEqualTo("db.internal");
        assertThat(session.peerPort()).isEqualTo(5432);
        assertThat(has(socket, SessionState.TLS13)).isFalse();
        assertThat(has(socket, SessionState.CLIENT | SessionState.SERVER)).isFalse();
    }

    @Test
    void aPeerWithoutAName() {
        Session session = tracking.follow(socket, Resource.SSL_ENGINE);
        tracking.details.established(tracking.followed(socket), false, "TLSv1.3", "X", "", 65_535);
        assertThat(session.peerHost).isNull();
        assertThat(session.peerPort()).isZero();
        tracking.details.established(
                tracking.followed(socket), false, "TLSv1.3", "X", "db", 65_536);
        assertThat(session.peerHost).isEqualTo("db");
        assertThat(session.peerPort()).isZero();
        tracking.details.connected(tracking.followed(socket), "db.internal", 5432);
        tracking.details.connected(tracking.followed(socket), "", 65_535);
        tracking.details.connected(tracking.followed(socket), "db", -1);
        assertThat(session.peerHost).isEqualTo("db");
        assertThat(session.peerPort()).isEqualTo(5432);
    }

    @Test
    void startedTellsTheRole() {
        tracking.follow(socket, Resource.SSL_ENGINE);
        tracking.details.started(tracking.followed(socket), true);
        assertThat(has(socket, SessionState.STARTED)).isTrue();
        assertThat(has(socket, SessionState.CLIENT)).isTrue();
    }

    @Test
    void aCloseThatReturnsIsTrustedWhereNothingElseIsKnown() {
        Session session = tracking.followUp(socket, Resource.SSL_SOCKET, Event.CLOSE);
        tracking.closed(socket, null);
        assertThat(SessionState.has(session.state(), SessionState.CLOSE_NOTIFY)).isTrue();
        Object precise = new Object();
        tracker.created(precise, Resource.SSL_SOCKET, null, false, true);
        tracking.event(precise, Event.ESTABLISHED);
        tracking.closed(precise, null);
        assertThat(has(precise, SessionState.CLOSE_NOTIFY)).isFalse();
        Object engine = new Object();
        tracking.followUp(engine, Resource.SSL_ENGINE, Event.CLOSE_OUTPUT);
        tracking.closed(engine, null);
        assertThat(has(engine, SessionState.CLOSE_NOTIFY)).isFalse();
    }

    @Test
    void aCloseThatThrowsKeepsItsException() {
        tracking.followUp(socket, Resource.SSL_SOCKET, Event.CLOSE);
        tracking.closed(socket, new SocketException("secret"));
        assertThat(has(socket, SessionState.CLOSE_THREW)).isTrue();
        assertThat(tracking.session(socket).relations().closeError)
                .isEqualTo("java.net.SocketException");
    }

    @Test
    void closingWithoutAHandshakeOrAfterAFailureSendsNothing() {
        tracking.follow(socket, Resource.SSL_SOCKET, Event.CONNECTED, Event.CLOSE);
        tracking.closed(socket, null);
        assertThat(has(socket, SessionState.CLOSE_NOTIFY)).isFalse();
        Object failed = new Object();
        tracking.followUp(failed, Resource.SSL_SOCKET, Event.FATAL, Event.CLOSE);
        tracking.closed(failed, null);
        assertThat(has(failed, SessionState.CLOSE_NOTIFY)).isFalse();
        assertThat(tracking.followed(failed).isFatal()).isTrue();
    }

    @Test
    void oneInSoMany() {
        tracking.set("sample=5");
        Object[] objects = new Object[50];
        int followed = 0;
        for (int i = 0; i < objects.length; i++) {
            objects[i] = new Object();
            tracker.created(objects[i], Resource.SSL_SOCKET, null, false, false);
            followed += tracking.session(objects[i]) == null ? 0 : 1;
        }
        assertThat(followed).isEqualTo(10);
    }

    @Test
    void withoutStacks() {
        tracking.set("stack.depth=0");
        assertThat(tracking.follow(socket, Resource.SSL_SOCKET).origin.stack)
                .isSameAs(tracking.sites.unknown());
    }

    @Test
    void activityIsNoted() {
        Session session = tracking.follow(socket, Resource.SSL_SOCKET);
        session.touch(0);
        assertThat(session.changed()).isLessThan(session.created);
        tracking.events.active(tracking.followed(socket));
        assertThat(session.changed()).isGreaterThanOrEqualTo(session.created);
    }
}
