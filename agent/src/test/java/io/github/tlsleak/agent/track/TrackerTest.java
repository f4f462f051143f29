package io.github.tlsleak.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.common.verdict.Resource;
import java.net.SocketException;
import org.junit.jupiter.api.Test;

class TrackerTest {

    private final Tracking tracking = new Tracking();
    private final Tracker registry = tracking.registry;
    private final Object socket = new Object();

    private boolean has(Object object, int bits) {
        return SessionState.has(registry.session(object).root().state(), bits);
    }

    @Test
    void createdAndEvents() {
        tracking.follow(socket, Resource.SSL_SOCKET, Event.CONNECTED);
        assertThat(has(socket, SessionState.CONNECTED)).isTrue();
        assertThat(registry.session(socket).origin.resource).isEqualTo(Resource.SSL_SOCKET);
        assertThat(registry.session(socket).thread()).isEqualTo(Thread.currentThread().getName());
        assertThat(registry.session(socket).origin.site.frame())
                .startsWith("com.acme.OrderClient.call");
        assertThat(registry.totals().created()).isEqualTo(1);
    }

    @Test
    void aSiteThatIsKnownIsNotLookedAtAgain() {
        Site site = registry.site(true);
        registry.created(socket, Resource.SSL_SOCKET, site, false, false);
        assertThat(registry.session(socket).origin.site).isSameAs(site);
    }

    @Test
    void unknownObjectsAreIgnored() {
        registry.event(socket, Event.CLOSE);
        registry.details().started(socket, true);
        registry.closed(socket, Resource.SSL_SOCKET, null);
        registry.details().established(socket, true, "TLSv1.3", "X", "h", 1);
        registry.details().connected(socket, "h", 1);
        registry.link(socket, new Object());
        registry.transports().layered(socket, new Object());
        registry.transports().raw(socket, Event.RAW_CLOSED, null);
        registry.active(socket);
        assertThat(registry.table.size()).isZero();
        assertThat(registry.details().isEstablished(socket)).isTrue();
        assertThat(registry.details().isFatal(socket)).isTrue();
    }

    @Test
    void establishedTakesDetails() {
        Session session = tracking.follow(socket, Resource.SSL_SOCKET);
        assertThat(registry.details().isEstablished(socket)).isFalse();
        registry.details()
                .established(socket, false, "TLSv1.3", "TLS_AES_256_GCM_SHA384", "db", 5432);
        assertThat(session.agreed.protocol).isEqualTo("TLSv1.3");
        assertThat(session.agreed.cipherSuite).isEqualTo("TLS_AES_256_GCM_SHA384");
        assertThat(session.peerHost).isEqualTo("db");
        assertThat(session.peerPort()).isEqualTo(5432);
        assertThat(has(socket, SessionState.TLS13)).isTrue();
        assertThat(has(socket, SessionState.SERVER)).isTrue();
        assertThat(has(socket, SessionState.CLIENT)).isFalse();
        assertThat(registry.details().isEstablished(socket)).isTrue();
        assertThat(registry.details().isFatal(socket)).isFalse();
    }

    @Test
    void theNameConnectedToStays() {
        Session session = tracking.follow(socket, Resource.SSL_SOCKET);
        registry.details().connected(socket, "db.internal", 5432);
        registry.details().established(socket, null, "TLSv1.2", "X", "10.0.0.1", 1);
        assertThat(session.peerHost).isEqualTo("db.internal");
        assertThat(session.peerPort()).isEqualTo(5432);
        assertThat(has(socket, SessionState.TLS13)).isFalse();
        assertThat(has(socket, SessionState.CLIENT | SessionState.SERVER)).isFalse();
    }

    @Test
    void aPeerWithoutAName() {
        Session session = tracking.follow(socket, Resource.SSL_ENGINE);
        registry.details().established(socket, false, "TLSv1.3", "X", "", 65_535);
        assertThat(session.peerHost).isNull();
        assertThat(session.peerPort()).isZero();
        registry.details().established(socket, false, "TLSv1.3", "X", "db", 65_536);
        assertThat(session.peerHost).isEqualTo("db");
        assertThat(session.peerPort()).isZero();
        registry.details().connected(socket, "db.internal", 5432);
        registry.details().connected(socket, "", 65_535);
        registry.details().connected(socket, "db", -1);
        assertThat(session.peerHost).isEqualTo("db");
        assertThat(session.peerPort()).isEqualTo(5432);
    }

    @Test
    void startedTellsTheRole() {
        tracking.follow(socket, Resource.SSL_ENGINE);
        registry.details().started(socket, true);
        assertThat(has(socket, SessionState.STARTED)).isTrue();
        assertThat(has(socket, SessionState.CLIENT)).isTrue();
    }

    @Test
    void aCloseThatReturnsIsTrustedWhereNothingElseIsKnown() {
        Session session = tracking.followUp(socket, Resource.SSL_SOCKET, Event.CLOSE);
        registry.closed(socket, Resource.SSL_SOCKET, null);
        assertThat(SessionState.has(session.state(), SessionState.CLOSE_NOTIFY)).isTrue();
        Object precise = new Object();
        registry.created(precise, Resource.SSL_SOCKET, null, false, true);
        registry.event(precise, Event.ESTABLISHED);
        registry.closed(precise, Resource.SSL_SOCKET, null);
        assertThat(has(precise, SessionState.CLOSE_NOTIFY)).isFalse();
        Object engine = new Object();
        tracking.followUp(engine, Resource.SSL_ENGINE, Event.CLOSE_OUTPUT);
        registry.closed(engine, Resource.SSL_ENGINE, null);
        assertThat(has(engine, SessionState.CLOSE_NOTIFY)).isFalse();
    }

    @Test
    void aCloseThatThrowsKeepsItsException() {
        tracking.followUp(socket, Resource.SSL_SOCKET, Event.CLOSE);
        registry.closed(socket, Resource.SSL_SOCKET, new SocketException("secret"));
        assertThat(has(socket, SessionState.CLOSE_THREW)).isTrue();
        assertThat(registry.session(socket).ties().closeError)
                .isEqualTo("java.net.SocketException");
    }

    @Test
    void closingWithoutAHandshakeOrAfterAFailureSendsNothing() {
        tracking.follow(socket, Resource.SSL_SOCKET, Event.CONNECTED, Event.CLOSE);
        registry.closed(socket, Resource.SSL_SOCKET, null);
        assertThat(has(socket, SessionState.CLOSE_NOTIFY)).isFalse();
        Object failed = new Object();
        tracking.followUp(failed, Resource.SSL_SOCKET, Event.FATAL, Event.CLOSE);
        registry.closed(failed, Resource.SSL_SOCKET, null);
        assertThat(has(failed, SessionState.CLOSE_NOTIFY)).isFalse();
        assertThat(registry.details().isFatal(failed)).isTrue();
    }

    @Test
    void oneInSoMany() {
        tracking.settings.sample = 5;
        Object[] objects = new Object[50];
        int followed = 0;
        for (int i = 0; i < objects.length; i++) {
            objects[i] = new Object();
            registry.created(objects[i], Resource.SSL_SOCKET, null, false, false);
            followed += registry.session(objects[i]) == null ? 0 : 1;
        }
        assertThat(followed).isEqualTo(10);
    }

    @Test
    void withoutStacks() {
        tracking.settings.stackDepth = 0;
        assertThat(tracking.follow(socket, Resource.SSL_SOCKET).origin.site)
                .isSameAs(tracking.sites.unknown());
    }

    @Test
    void activityIsNoted() {
        Session session = tracking.follow(socket, Resource.SSL_SOCKET);
        session.touch(0);
        assertThat(session.changed()).isLessThan(session.created);
        registry.active(socket);
        assertThat(session.changed()).isGreaterThanOrEqualTo(session.created);
    }
}
