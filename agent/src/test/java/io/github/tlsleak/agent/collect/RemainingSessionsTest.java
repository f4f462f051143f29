package io.github.tlsleak.agent.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.track.Tracking;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** Which sessions are worth a collection, and which are open. */
class RemainingSessionsTest {

    private final Tracking tracking = new Tracking();
    private final Object object = new Object();
    private final RemainingSessions all = new RemainingSessions(tracking.tracker, null);

    private RemainingSessions of(String test) {
        return new RemainingSessions(tracking.tracker, test);
    }

    @Test
    void nothingIsLeftInTheBeginning() {
        assertThat(all.mayLeak()).isFalse();
        assertThat(all.open()).isEmpty();
    }

    @Test
    void anOpenSessionMayLeak() {
        tracking.followUp(object, Resource.SSL_SOCKET);
        assertThat(all.mayLeak()).isTrue();
        assertThat(all.open()).extracting(f -> f.verdict).containsExactly(Verdict.OPEN);
    }

    @Test
    void oneThatWasClosedInOrderMayNot() {
        tracking.followUp(object, Resource.SSL_SOCKET);
        tracking.event(object, Event.CLOSE_NOTIFY);
        tracking.event(object, Event.CLOSE);
        tracking.closed(object, null);
        assertThat(all.mayLeak()).isFalse();
        assertThat(all.open()).isEmpty();
    }

    @Test
    void anEngineThatWasNeverUsedMayNot() {
        tracking.follow(object, Resource.SSL_ENGINE);
        assertThat(all.mayLeak()).isFalse();
        assertThat(all.open()).isEmpty();
    }

    @Test
    void aSocketThatWasOnlyConnectedMay() {
        tracking.follow(object, Resource.SSL_SOCKET);
        assertThat(all.mayLeak()).isFalse();
        tracking.event(object, Event.CONNECTED);
        assertThat(all.mayLeak()).isTrue();
    }

    @Test
    void eachTestHasItsOwn() {
        tracking.tracker.tests.begin("class", null, "C", true);
        tracking.tracker.tests.begin("a", "class", "C.a", false);
        tracking.followUp(object, Resource.SSL_SOCKET);
        tracking.tracker.tests.end("a");
        assertThat(of("a").mayLeak()).isTrue();
        assertThat(of("class").mayLeak()).isTrue();
        assertThat(of("b").mayLeak()).isFalse();
        assertThat(of("b").open()).isEmpty();
        assertThat(of("class").open()).hasSize(1);
        assertThat(of("class").open().get(0).test.name).isEqualTo("C.a");
    }

    @Test
    void whatHasAVerdictIsNotLeft() throws Exception {
        tracking.unreachable(tracking.followUp(object, Resource.SSL_SOCKET));
        assertThat(all.mayLeak()).isTrue();
        assertThat(all.open()).isEmpty();
        tracking.clock.advance(60_000);
        tracking.collector.step();
        assertThat(all.mayLeak()).isFalse();
    }
}
