package io.github.tlsleak.agent.judge;

import static io.github.tlsleak.agent.judge.JudgeTest.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenStateTest {

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
                    up DESCRIPTOR_CLOSED               | false | false
                    up CLOSE                           | false | false
                    up FATAL                           | false | false
                    up TRANSPORT_CLOSED                | false | false
                    -                                  | false | false
                    """)
    void isOpen(String events, boolean socket, boolean engine) {
        assertThat(OpenState.isOpen(Resource.SSL_SOCKET, state(events))).isEqualTo(socket);
        assertThat(OpenState.isOpen(Resource.SSL_ENGINE, state(events))).isEqualTo(engine);
        assertThat(OpenState.isOpen(Resource.SSL_SERVER_SOCKET, state(events))).isFalse();
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
                    up CLOSE_OUTPUT CLOSE_NOTIFY DESCRIPTOR_CLOSED    | false | false
                    up CLOSE_OUTPUT CLOSE_NOTIFY CLOSE                | false | false
                    up CLOSE_OUTPUT FATAL                             | true  | false
                    CONNECTED STARTED CLOSE_OUTPUT                    | false | false
                    """)
    void isHalfClosed(String events, boolean socket, boolean engine) {
        assertThat(OpenState.isHalfClosed(Resource.SSL_SOCKET, state(events))).isEqualTo(socket);
        assertThat(OpenState.isHalfClosed(Resource.SSL_ENGINE, state(events))).isEqualTo(engine);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    up                                                | false | false
                    up CLOSE                                          | false | false
                    up CLOSE_NOTIFY                                   | false | false
                    up PEER_CLOSE_NOTIFY CLOSE_NOTIFY                 | false | false
                    up CLOSE_OUTPUT CLOSE_NOTIFY                      | false | true
                    up CLOSE_NOTIFY CLOSE_OUTPUT                      | false | true
                    up CLOSE CLOSE_NOTIFY                             | true  | false
                    up CLOSE_NOTIFY CLOSE                             | true  | false
                    up CLOSE_OUTPUT CLOSE_NOTIFY CLOSE                | true  | true
                    up CLOSE CLOSE_NOTIFY_FAILED                      | false | false
                    up TRANSPORT_CLOSED CLOSE CLOSE_NOTIFY            | false | false
                    STARTED CLOSE CLOSE_NOTIFY                        | false | false
                    """)
    void isClosedInOrder(String events, boolean socket, boolean engine) {
        assertThat(OpenState.isClosedInOrder(Resource.SSL_SOCKET, state(events))).isEqualTo(socket);
        assertThat(OpenState.isClosedInOrder(Resource.SSL_ENGINE, state(events))).isEqualTo(engine);
    }

    @Test
    void noEventChangesTheVerdictOnASessionClosedInOrder() {
        Resource[] resources = {Resource.SSL_SOCKET, Resource.SSL_ENGINE};
        int checked = 0;
        for (Event first : Event.values()) {
            for (Event second : Event.values()) {
                for (Event third : Event.values()) {
                    int before = SessionState.after(state("up " + first + " " + second), third);
                    for (Resource resource : resources) {
                        if (OpenState.isClosedInOrder(resource, before)) {
                            staysClosed(resource, before);
                            checked++;
                        }
                    }
                }
            }
        }
        assertThat(checked).isGreaterThan(20);
    }

    private static void staysClosed(Resource resource, int before) {
        assertThat(Judge.collected(resource, before)).isEqualTo(Verdict.CLOSED);
        // an engine takes memory only when it is made
        for (Event later : EnumSet.complementOf(EnumSet.of(Event.NATIVE_TAKEN))) {
            int after = SessionState.after(before, later);
            assertThat(Judge.collected(resource, after)).as("%s", later).isEqualTo(Verdict.CLOSED);
            assertThat(OpenState.isClosedInOrder(resource, after)).isTrue();
        }
    }
}
