package io.github.tlsleak.verdict;

import static io.github.tlsleak.verdict.JudgeTest.state;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeAliveTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    CONNECTED                          | true  | true
                    up                                 | true  | true
                    up PEER_CLOSE_NOTIFY               | true  | true
                    up CLOSE_INPUT                     | true  | true
                    up CLOSE_OUTPUT CLOSE_NOTIFY       | true  | false
                    up CLOSE_NOTIFY                    | true  | false
                    up DESCRIPTOR_CLOSED               | false | true
                    up CLOSE                           | false | false
                    up FATAL                           | false | false
                    up RAW_CLOSED                      | false | false
                    -                                  | false | false
                    """)
    void isOpen(String events, boolean socket, boolean engine) {
        assertThat(Judge.isOpen(Resource.SSL_SOCKET, state(events))).isEqualTo(socket);
        assertThat(Judge.isOpen(Resource.SSL_ENGINE, state(events))).isEqualTo(engine);
        assertThat(Judge.isOpen(Resource.SSL_SERVER_SOCKET, state(events))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    up                                                | false | false
                    up PEER_CLOSE_NOTIFY                              | false | false
                    up CLOSE_INPUT                                    | true  | false
                    up CLOSE_OUTPUT                                   | true  | false
                    up CLOSE_OUTPUT CLOSE_NOTIFY                      | true  | true
                    up CLOSE_OUTPUT CLOSE_NOTIFY PEER_CLOSE_NOTIFY    | true  | false
                    up CLOSE_OUTPUT CLOSE_NOTIFY DESCRIPTOR_CLOSED    | false | true
                    up CLOSE_OUTPUT CLOSE_NOTIFY CLOSE                | false | false
                    up CLOSE_OUTPUT FATAL                             | true  | false
                    CONNECTED STARTED CLOSE_OUTPUT                    | false | false
                    """)
    void isHalfClosed(String events, boolean socket, boolean engine) {
        assertThat(Judge.isHalfClosed(Resource.SSL_SOCKET, state(events))).isEqualTo(socket);
        assertThat(Judge.isHalfClosed(Resource.SSL_ENGINE, state(events))).isEqualTo(engine);
    }

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
        assertThat(Judge.mayBeRescued(Resource.SSL_SOCKET, state(events))).isTrue();
        assertThat(Judge.dependsOnTransport(Resource.SSL_SOCKET, state(events))).isTrue();
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
        assertThat(Judge.mayBeRescued(Resource.SSL_SOCKET, state(events))).isFalse();
        assertThat(Judge.dependsOnTransport(Resource.SSL_SOCKET, state(events))).isFalse();
    }

    @Test
    void enginesDoNotDependOnATransport() {
        assertThat(Judge.dependsOnTransport(Resource.SSL_ENGINE, state("up"))).isFalse();
        assertThat(Judge.mayBeRescued(Resource.SSL_ENGINE, state("up"))).isTrue();
        assertThat(Judge.mayBeRescued(Resource.SSL_ENGINE, state("up RESCUED"))).isFalse();
        assertThat(Judge.mayBeRescued(Resource.SSL_ENGINE, state("STARTED"))).isFalse();
        assertThat(Judge.mayBeRescued(Resource.SSL_SERVER_SOCKET, state("CONNECTED"))).isTrue();
        assertThat(Judge.dependsOnTransport(Resource.SSL_SERVER_SOCKET, state("CONNECTED")))
                .isFalse();
    }
}
