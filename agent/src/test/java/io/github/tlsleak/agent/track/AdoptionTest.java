package io.github.tlsleak.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.collect.SessionFinding;
import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** Objects that are older than the agent. */
class AdoptionTest {

    private static final int UP =
            SessionState.CONNECTED | SessionState.STARTED | SessionState.ESTABLISHED;

    private final Tracking tracking = new Tracking();
    private final Tracker tracker = tracking.tracker;
    private final Object socket = new Object();

    @Test
    void isFollowedFromThereOn() throws InterruptedException {
        assertThat(tracking.knows(socket)).isFalse();
        assertThat(tracker.adopt(socket, Resource.SSL_SOCKET, UP)).isNotSameAs(Followed.NONE);
        assertThat(tracking.knows(socket)).isTrue();
        SessionFinding finding = tracking.drop(socket);
        assertThat(finding.verdict).isEqualTo(Verdict.LOST);
        assertThat(finding.adopted).isTrue();
        assertThat(finding.thread).isNull();
        assertThat(tracker.totals().created()).isEqualTo(1);
    }

    @Test
    void itsSiteIsWhereItWasSeen() {
        tracker.adopt(socket, Resource.SSL_SOCKET, UP);
        Site seen = tracking.session(socket).origin.site;
        Site made = tracking.follow(new Object(), Resource.SSL_SOCKET).origin.site;
        assertThat(seen.isFirstUse()).isTrue();
        assertThat(made.isFirstUse()).isFalse();
        assertThat(seen.stack()).isEqualTo(made.stack());
        assertThat(seen.fingerprint()).isNotEqualTo(made.fingerprint());
    }

    @Test
    void oneThatIsKnownIsNotMetAgain() {
        Session session = tracking.follow(socket, Resource.SSL_SOCKET);
        assertThat(tracker.adopt(socket, Resource.SSL_SOCKET, UP)).isSameAs(Followed.NONE);
        assertThat(tracking.session(socket)).isSameAs(session);
        assertThat(SessionState.has(session.state(), SessionState.ADOPTED)).isFalse();
    }

    @Test
    void oneThatIsBeingFinalizedIsKnown() {
        Session session = tracking.follow(socket, Resource.SSL_SOCKET, Event.CONNECTED);
        session.weak.clear();
        assertThat(tracker.followed(socket)).isNotSameAs(Followed.NONE);
        assertThat(tracking.session(socket)).isNull();
    }

    @Test
    void withASampleNothingTellsItFromOneLeftOut() {
        tracking.set("sample=2");
        assertThat(tracker.adopt(socket, Resource.SSL_SOCKET, UP)).isSameAs(Followed.NONE);
        assertThat(tracking.knows(socket)).isFalse();
    }

    @Test
    void whatIsForgottenIsNeverJudged() throws InterruptedException {
        Session session = tracking.follow(socket, Resource.SSL_SOCKET, Tracking.UP);
        tracking.collector.forget(() -> {});
        assertThat(tracking.knows(socket)).isFalse();
        assertThat(tracker.table.size()).isZero();
        tracking.collected(session);
        assertThat(tracking.heard.found).isEmpty();
    }

    @Test
    void whatIsForgottenMayBeMetAgain() {
        tracking.follow(socket, Resource.SSL_SOCKET, Tracking.UP);
        tracking.collector.forget(() -> {});
        assertThat(tracker.adopt(socket, Resource.SSL_SOCKET, UP)).isNotSameAs(Followed.NONE);
    }
}
