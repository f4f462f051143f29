package io.github.tlsleak.agent.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tlsleak.agent.collect.Finding;
import io.github.tlsleak.agent.collect.SessionFinding;
import io.github.tlsleak.agent.process.AgentErrors;
import io.github.tlsleak.agent.track.Heard;
import io.github.tlsleak.agent.track.Tracking;
import io.github.tlsleak.common.verdict.Resource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutputsTest {

    private final AgentErrors errors = new AgentErrors();
    private final Heard first = new Heard();
    private final Failing failing = new Failing();
    private final Heard last = new Heard();
    private final Outputs outputs = new Outputs(errors, first, failing, last);
    private SessionFinding finding;

    /** Throws what the test wants. */
    private static final class Failing extends Heard {
        Throwable error;

        @Override
        public void found(Finding finding) {
            if (error instanceof Error) {
                throw (Error) error;
            } else if (error != null) {
                throw (RuntimeException) error;
            }
            super.found(finding);
        }
    }

    @BeforeEach
    void find() throws InterruptedException {
        finding = new Tracking().lost(Resource.SSL_SOCKET);
    }

    @Test
    void everyChannelHears() {
        outputs.found(finding);
        assertThat(first.found).containsExactly(finding);
        assertThat(failing.found).containsExactly(finding);
        assertThat(last.found).containsExactly(finding);
        assertThat(errors.count()).isZero();
    }

    @Test
    void aChannelThatFailsIsCountedAndTheOthersHear() {
        failing.error = new IllegalStateException("broken");
        outputs.found(finding);
        outputs.tick();
        assertThat(last.found).containsExactly(finding);
        assertThat(errors.count()).isEqualTo(1);
    }

    @Test
    void afterWantOfMemoryOnlyThoseHearWhoHaveNot() {
        failing.error = new OutOfMemoryError("test");
        assertThatThrownBy(() -> outputs.found(finding)).isSameAs(failing.error);
        assertThat(last.found).isEmpty();
        failing.error = null;
        outputs.found(finding);
        assertThat(first.found).containsExactly(finding);
        assertThat(failing.found).containsExactly(finding);
        assertThat(last.found).containsExactly(finding);
        assertThat(errors.count()).isZero();
    }
}
