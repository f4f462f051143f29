package io.github.tlsleak.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.common.verdict.Resource;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.junit.jupiter.api.Test;

class SessionTest {

    private static final int[] FLAGS = {
        Session.BORN_INSIDE, Session.JUDGED, Session.GONE, Session.FINALIZED,
    };

    private final Object object = new Object();
    private final Session session = new Tracking().follow(object, Resource.SSL_SOCKET);

    @Test
    void flagsAreNoStates() throws IllegalAccessException {
        int flags = 0;
        for (int flag : FLAGS) {
            assertThat(flags & flag).isZero();
            flags |= flag;
        }
        for (Field field : SessionState.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                assertThat(flags & field.getInt(null)).as(field.getName()).isZero();
            }
        }
    }

    @Test
    void flagsStandBesideTheState() {
        session.mark(Session.GONE | Session.DISMISSED);
        assertThat(session.state()).isZero();
        session.apply(Event.STARTED);
        assertThat(session.state()).isEqualTo(SessionState.STARTED);
        assertThat(session.is(Session.GONE)).isTrue();
        session.unmark(Session.DISMISSED);
        assertThat(session.is(Session.DISMISSED)).isFalse();
        assertThat(session.is(Session.GONE)).isTrue();
        assertThat(session.state()).isEqualTo(SessionState.STARTED);
    }

    @Test
    void aTransportNeedsNoTiesAndIsKeptWhereTheyCome() {
        Tracked raw = new TransportRecord(new Object(), null, session);
        session.setTransport(raw);
        assertThat(session.transport()).isSameAs(raw);
        assertThat(session.relations()).isNull();
        assertThat(session.relationsOrNew()).isSameAs(session.relations());
        assertThat(session.transport()).isSameAs(raw);
        Tracked other = new TransportRecord(new Object(), null, session);
        session.setTransport(other);
        assertThat(session.transport()).isSameAs(other);
    }

    @Test
    void changesAreKeptToATickAndNeverEarly() {
        for (long after : new long[] {-100_000, -1, 0, 1, 31, 32, 33, 86_400_000L * 365}) {
            session.touch(session.created + after);
            assertThat(session.changed() - session.created - after).isBetween(0L, 31L);
        }
        session.touch(Long.MAX_VALUE / 2);
        assertThat(session.changed()).isGreaterThan(session.created + 86_400_000L * 700);
    }

    @Test
    void aThreadWithoutNameIsItsNumber() throws InterruptedException {
        String[] name = new String[1];
        Thread thread =
                new Thread(
                        () ->
                                name[0] =
                                        new Tracking()
                                                .follow(object, Resource.SSL_SOCKET)
                                                .thread());
        thread.setName("");
        thread.start();
        thread.join();
        assertThat(name[0]).isEqualTo("#" + thread.getId());
    }

    @Test
    void whatManyShareIsOne() {
        Tracking tracking = new Tracking();
        Object other = new Object();
        Session one = tracking.follow(object, Resource.SSL_SOCKET);
        Session two = tracking.follow(other, Resource.SSL_SOCKET);
        assertThat(two.origin).isSameAs(one.origin);
        assertThat(tracking.follow(new Object(), Resource.SSL_ENGINE).origin)
                .isNotSameAs(one.origin);
        for (Object each : new Object[] {object, other}) {
            String host = new String("db.internal");
            String suite = new String("TLS_AES_128_GCM_SHA256");
            tracking.details.established(
                    tracking.followed(each), true, "TLSv1.3", suite, host, 443);
        }
        assertThat(two.agreed).isSameAs(one.agreed);
        assertThat(two.peerHost).isSameAs(one.peerHost);
    }
}
