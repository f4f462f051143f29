package io.github.tlsleak.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.common.verdict.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** All sessions are forgotten while other threads make new ones. */
class ForgottenSessionsTest {

    private static final int SESSIONS = 20_000;

    private final Tracking tracking = new Tracking();
    private final Tracker tracker = tracking.tracker;

    private Session made(Object engine) {
        return tracker.created(engine, Resource.SSL_ENGINE, null, false, true).session();
    }

    @Test
    void eachIsFollowedOrGetsNoVerdict() throws Exception {
        List<Object> engines = new ArrayList<>();
        List<Session> sessions = new ArrayList<>();
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> forgetting =
                CompletableFuture.runAsync(
                        () -> {
                            while (!done.get()) {
                                tracker.closedSessions.all();
                            }
                        });
        for (int i = 0; i < SESSIONS; i++) {
            engines.add(new Object());
            sessions.add(made(engines.get(i)));
        }
        done.set(true);
        forgetting.get();
        for (int i = 0; i < SESSIONS; i++) {
            boolean followed = tracking.knows(engines.get(i));
            assertThat(followed || sessions.get(i).is(SessionFlags.JUDGED)).isTrue();
        }
        assertThat(sessions).anyMatch(session -> session.is(SessionFlags.JUDGED));
    }

    @Test
    void oneThatIsBeingMadeGetsNoVerdict() {
        tracking.stack.meanwhile(tracker.closedSessions::all);
        assertThat(made(new Object()).is(SessionFlags.JUDGED)).isTrue();
        tracking.stack.meanwhile(() -> {});
        assertThat(made(new Object()).is(SessionFlags.JUDGED)).isFalse();
    }

    @Test
    void oneThatIsMadeLaterIsFollowed() {
        tracker.closedSessions.all();
        Object engine = new Object();
        assertThat(made(engine).is(SessionFlags.JUDGED)).isFalse();
        assertThat(tracking.knows(engine)).isTrue();
    }
}
