package io.github.tlsleak.verdict;

import static io.github.tlsleak.verdict.JudgeTest.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.common.verdict.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeAliveTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up",
                "up RESCUE_STARTED",
                "up PEER_EOF",
                "up CLOSE_OUTPUT CLOSE_NOTIFY",
                "up FATAL",
                "CONNECTED",
                "CONNECTED STARTED"
            })
    void aFinalizerOrTheRawSocketMayStillDecide(String events) {
        assertThat(Undecided.mayBeRescued(Resource.SSL_SOCKET, state(events))).isTrue();
        assertThat(Undecided.dependsOnTransport(Resource.SSL_SOCKET, state(events))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-",
                "up RESCUED",
                "up CLOSE",
                "up CLOSE CLOSE_NOTIFY",
                "up RAW_CLOSED",
                "up DESCRIPTOR_CLOSED",
                "CONNECTED STARTED FATAL DESCRIPTOR_CLOSED",
                "CONNECTED DESCRIPTOR_CLOSED"
            })
    void nothingIsLeftToWaitFor(String events) {
        assertThat(Undecided.mayBeRescued(Resource.SSL_SOCKET, state(events))).isFalse();
        assertThat(Undecided.dependsOnTransport(Resource.SSL_SOCKET, state(events))).isFalse();
    }

    @Test
    void enginesDoNotDependOnATransport() {
        assertThat(Undecided.dependsOnTransport(Resource.SSL_ENGINE, state("up"))).isFalse();
        assertThat(Undecided.mayBeRescued(Resource.SSL_ENGINE, state("up"))).isTrue();
        assertThat(Undecided.mayBeRescued(Resource.SSL_ENGINE, state("up RESCUED"))).isFalse();
        assertThat(Undecided.mayBeRescued(Resource.SSL_ENGINE, state("STARTED"))).isFalse();
        assertThat(Undecided.mayBeRescued(Resource.SSL_SERVER_SOCKET, state("CONNECTED"))).isTrue();
        assertThat(Undecided.dependsOnTransport(Resource.SSL_SERVER_SOCKET, state("CONNECTED")))
                .isFalse();
    }
}
