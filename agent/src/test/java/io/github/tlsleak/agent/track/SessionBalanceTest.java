package io.github.tlsleak.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.collect.Snapshot;
import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.common.rules.Suppressions;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to sessions, each is in exactly one part. */
@Timeout(60)
class SessionBalanceTest {

    private static final Event[] EVENTS = Event.values();
    private static final Event[] OF_SERVERS = {Event.CONNECTED, Event.CLOSE};
    private static final Resource[] KINDS = {
        Resource.SSL_SOCKET, Resource.SSL_ENGINE, Resource.SSL_ENGINE, Resource.SSL_SERVER_SOCKET
    };

    private Tracking tracking = new Tracking();
    private Tracker tracker = tracking.tracker;

    /** Objects that the program holds. */
    private final List<Object> alive = new ArrayList<>();

    /** Records whose object is gone, and whose finalizer is not. */
    private final List<Session> dying = new ArrayList<>();

    private SessionBalance balance(String when) {
        Snapshot now = Snapshot.of(tracker);
        SessionBalance b = now.balance;
        assertThat(b.sessions).as("sessions " + when).isEqualTo(now.created - now.joined);
        long ended = b.ended.values().stream().mapToLong(n -> n).sum();
        assertThat(b.closed + ended + b.open + b.notUsedYet + b.awaitingVerdict + b.notJudged)
                .as("sum " + when)
                .isEqualTo(b.sessions);
        return b;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void randomLivesAddUp(boolean strict) throws InterruptedException {
        for (int seed = 0; seed < 60; seed++) {
            tracking = new Tracking(strict, Suppressions.none());
            tracker = tracking.tracker;
            Random random = new Random(seed);
            if (random.nextInt(4) == 0) {
                tracker.beginAdopting();
            }
            String lives = "seed " + seed + ":";
            for (int i = 0; i < 40; i++) {
                lives += " " + step(random);
                balance(lives);
            }
            end();
            SessionBalance last = balance(lives + " end");
            assertThat(last.open + last.notUsedYet).as(lives).isZero();
            assertThat(last.awaitingVerdict).as(lives).isZero();
        }
    }

    private String step(Random random) throws InterruptedException {
        int what = random.nextInt(20);
        if (alive.isEmpty() || what < 4) {
            return create(random);
        }
        Object one = alive.get(random.nextInt(alive.size()));
        Object other = alive.get(random.nextInt(alive.size()));
        if (what < 13) {
            Event[] may = isServer(one) ? OF_SERVERS : EVENTS;
            Event event = may[random.nextInt(may.length)];
            tracking.event(one, event);
            return event + "@" + alive.indexOf(one);
        } else if (what < 15) {
            if (isServer(one) || isServer(other)) {
                return "-";
            }
            tracking.link(one, other);
            return "link " + alive.indexOf(one) + ">" + alive.indexOf(other);
        } else if (what < 17) {
            return drop(one);
        } else if (what < 19 && !dying.isEmpty()) {
            finalized(dying.remove(random.nextInt(dying.size())));
            return "finalized";
        } else if (random.nextInt(10) == 0) {
            tracking.collector.forget(() -> {});
            return "forget";
        } else if (random.nextInt(10) == 0) {
            tracking.set("threshold=" + random.nextInt(2) + "ms");
        }
        return "-";
    }

    /** No provider makes one part of a session, and no handshake happens to it. */
    private boolean isServer(Object object) {
        Session session = tracking.session(object);
        return session != null && session.origin.resource == Resource.SSL_SERVER_SOCKET;
    }

    private String create(Random random) {
        Object object = new Object();
        Resource kind = KINDS[random.nextInt(KINDS.length)];
        tracker.created(object, kind, null, random.nextInt(6) == 0, random.nextBoolean());
        alive.add(object);
        return kind + "#" + (alive.size() - 1);
    }

    private String drop(Object object) throws InterruptedException {
        int number = alive.indexOf(object);
        alive.remove(object);
        Session session = tracking.session(object);
        if (session != null) {
            dying.add(session);
            tracking.unreachable(session);
        }
        return "drop " + number;
    }

    private void finalized(Session session) throws InterruptedException {
        session.enqueue();
        tracking.collector.step();
    }

    private void end() throws InterruptedException {
        for (Object object : new ArrayList<>(alive)) {
            drop(object);
        }
        for (Session session : dying) {
            session.enqueue();
        }
        dying.clear();
        tracking.collector.finish(true);
    }

    @Test
    void aWrapperThatIsGoneLeavesItsSessionOpen() throws InterruptedException {
        Object wrapper = new Object();
        Object delegate = new Object();
        Session outer = tracking.followUp(wrapper, Resource.SSL_SOCKET);
        tracking.followUp(delegate, Resource.SSL_SOCKET);
        tracking.link(wrapper, delegate);
        tracking.collected(outer);
        SessionBalance b = balance("after the wrapper");
        assertThat(b.sessions).isEqualTo(1);
        assertThat(b.open).isEqualTo(1);
        tracking.drop(delegate);
        assertThat(balance("after the delegate").ended).containsEntry(Verdict.LOST, 1L);
        assertThat(tracker.collected.all()).isEmpty();
    }

    @Test
    void whatWaitsForAVerdictIsTold() throws InterruptedException {
        Session session = tracking.followUp(new Object(), Resource.SSL_SOCKET);
        tracking.unreachable(session);
        assertThat(balance("unreachable").awaitingVerdict).isEqualTo(1);
        assertThat(balance("unreachable").open).isZero();
    }

    @Test
    void unusedAndForgottenOnes() {
        tracking.follow(new Object(), Resource.SSL_ENGINE);
        Object held = new Object();
        tracking.follow(held, Resource.SSL_ENGINE);
        assertThat(balance("new").notUsedYet).isGreaterThanOrEqualTo(1);
        assertThat(tracking.knows(held)).isTrue();
        tracking.collector.forget(() -> {});
        assertThat(balance("forgotten").notJudged).isEqualTo(2);
        assertThat(balance("forgotten").notUsedYet).isZero();
    }

    @Test
    void serverSocketsAreNoSessions() throws InterruptedException {
        tracking.dropped(Resource.SSL_SERVER_SOCKET, Event.CONNECTED);
        SessionBalance b = balance("dropped");
        assertThat(b.sessions).isZero();
        assertThat(b.serverSockets).isEqualTo(1);
        assertThat(tracker.totals().leaks()).containsEntry(Verdict.LOST, 1L);
    }
}
