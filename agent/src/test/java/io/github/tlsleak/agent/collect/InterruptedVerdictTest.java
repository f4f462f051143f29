package io.github.tlsleak.agent.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tlsleak.agent.track.Heard;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.agent.track.Totals;
import io.github.tlsleak.agent.track.Tracking;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Memory is missing while a verdict is published: it is counted and told once, later. */
class InterruptedVerdictTest {

    private final Tracking tracking = new Tracking();
    private final Totals totals = new Totals();
    private final Session one = tracking.followUp(new Object(), Resource.SSL_ENGINE);
    private final Session two = tracking.followUp(new Object(), Resource.SSL_SOCKET);
    private int failures = 1;

    private final Heard heard =
            new Heard() {
                @Override
                public void found(Finding finding) {
                    if (failures-- > 0) {
                        throw new OutOfMemoryError("test");
                    }
                    super.found(finding);
                }
            };

    private final FindingPublisher publisher = new FindingPublisher(totals, tracking.grader, heard);

    private void interrupted(Session session) {
        assertThatThrownBy(() -> publisher.judge(session, Verdict.LOST))
                .isInstanceOf(OutOfMemoryError.class);
    }

    private void onceEach() {
        assertThat(totals.verdicts()).isEqualTo(Map.of(Verdict.LOST, 2L));
        assertThat(totals.ends()).isEqualTo(Map.of(Verdict.LOST, 2L));
        assertThat(totals.count(Severity.LEAK)).isEqualTo(2);
        assertThat(heard.found).hasSize(2);
    }

    @Test
    void itContinuesWhereItWas() {
        failures = 3;
        interrupted(one);
        interrupted(one);
        interrupted(one);
        publisher.judge(one, Verdict.LOST);
        publisher.judge(two, Verdict.LOST);
        onceEach();
    }

    @Test
    void anotherSessionComesFirst() {
        interrupted(one);
        publisher.judge(two, Verdict.LOST);
        assertThat(one.is(Session.JUDGED)).isTrue();
        publisher.judge(one, Verdict.LOST);
        onceEach();
    }

    @Test
    void anotherSessionWaitsWhileMemoryIsMissing() {
        failures = 2;
        interrupted(one);
        interrupted(two);
        publisher.judge(two, Verdict.LOST);
        publisher.judge(one, Verdict.LOST);
        onceEach();
    }

    @Test
    void oneThatIsForgottenMeanwhileIsNotTold() {
        interrupted(one);
        one.claim();
        publisher.judge(two, Verdict.LOST);
        assertThat(heard.found).hasSize(1);
        assertThat(heard.found.get(0).resource).isEqualTo(Resource.SSL_SOCKET);
    }
}
