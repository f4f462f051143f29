package io.github.tlsleak.agent.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of verdicts: the events of a session in their order, and the verdict that follows. */
class JudgeTest {

    /** {@code up} is a session in which data could flow, {@code 1.3} one of TLS 1.3. */
    static int state(String events) {
        int state = 0;
        for (String word : events.trim().split(" +")) {
            if (word.equals("up")) {
                state |= SessionState.CONNECTED | SessionState.STARTED | SessionState.ESTABLISHED;
            } else if (word.equals("1.3")) {
                state |= SessionState.TLS13;
            } else if (!word.equals("-")) {
                state = SessionState.after(state, Event.valueOf(word));
            }
        }
        return state;
    }

    static void expect(Resource resource, String events, Verdict verdict, Severity severity) {
        int state = state(events);
        assertThat(Judge.collected(resource, state)).isEqualTo(verdict);
        assertThat(Judge.severity(verdict, resource, state)).isEqualTo(severity);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    CONNECTED STARTED ESTABLISHED                    | LOST         | LEAK
                    up RESCUE_STARTED                                | LOST         | LEAK
                    up RESCUE_STARTED RESCUED                        | RESCUED      | LEAK
                    up PEER_CLOSE_NOTIFY                             | UNANSWERED   | LEAK
                    up PEER_EOF                                      | UNANSWERED   | LEAK
                    up PEER_RESET                                    | UNANSWERED   | LEAK
                    up 1.3 PEER_CLOSE_NOTIFY                         | UNANSWERED   | LEAK
                    up PEER_EOF CLOSE_INPUT                          | UNANSWERED   | LEAK
                    up PEER_EOF RESCUED                              | UNANSWERED   | LEAK
                    up CLOSE_OUTPUT CLOSE_NOTIFY                     | HALF_CLOSED  | LEAK
                    up CLOSE_OUTPUT CLOSE_NOTIFY PEER_CLOSE_NOTIFY   | HALF_CLOSED  | LEAK
                    up CLOSE_INPUT                                   | HALF_CLOSED  | LEAK
                    CONNECTED STARTED                                | ABANDONED    | LEAK
                    CONNECTED STARTED RESCUED                        | ABANDONED    | LEAK
                    CONNECTED                                        | UNUSED       | LEAK
                    CONNECTED DESCRIPTOR_CLOSED                      | UNUSED       | COUNTED
                    CONNECTED TRANSPORT_CLOSED                       | UNUSED       | COUNTED
                    -                                                | UNUSED       | COUNTED
                    up CLOSE                                         | UNSENT       | DEFECT
                    up CLOSE PEER_RESET FATAL                        | UNSENT       | DEFECT
                    up CLOSE DESCRIPTOR_CLOSED                       | UNSENT       | DEFECT
                    up CLOSE FATAL                                   | UNSENT       | DEFECT
                    up CLOSE PEER_CLOSE_NOTIFY                       | UNSENT       | DEFECT
                    up CLOSE PEER_EOF                                | UNSENT       | DEFECT
                    up LINGER_ZERO CLOSE                             | UNSENT       | DEFECT
                    up CLOSE_OUTPUT DESCRIPTOR_CLOSED                | UNSENT       | DEFECT
                    up TRANSPORT_CLOSED                              | UNDERCUT     | DEFECT
                    up TRANSPORT_CLOSED CLOSE                        | UNDERCUT     | DEFECT
                    up TRANSPORT_CLOSED CLOSE CLOSE_THREW            | UNDERCUT     | DEFECT
                    up TRANSPORT_CLOSED CLOSE CLOSE_NOTIFY FATAL PEER_EOF | UNDERCUT     | DEFECT
                    up LINGER_ZERO TRANSPORT_CLOSED                  | UNDERCUT     | NOTICE
                    up LINGER_ZERO LINGER_OTHER TRANSPORT_CLOSED     | UNDERCUT     | DEFECT
                    """)
    void socketsThatWereDroppedOrNotClosedWell(String events, Verdict verdict, Severity severity) {
        expect(Resource.SSL_SOCKET, events, verdict, severity);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    up CLOSE CLOSE_THREW                             | CLOSE_FAILED | NOTICE
                    up CLOSE CLOSE_NOTIFY_FAILED                     | CLOSE_FAILED | NOTICE
                    up CLOSE CLOSE_NOTIFY_FAILED PEER_RESET          | CUT          | COUNTED
                    up PEER_CLOSE_NOTIFY CLOSE                       | CUT          | COUNTED
                    up PEER_EOF CLOSE                                | CUT          | COUNTED
                    up PEER_RESET CLOSE CLOSE_NOTIFY_FAILED          | CUT          | COUNTED
                    up PEER_EOF CLOSE CLOSE_THREW                    | CUT          | COUNTED
                    up PEER_EOF TRANSPORT_CLOSED                     | CUT          | COUNTED
                    up PEER_CLOSE_NOTIFY DESCRIPTOR_CLOSED           | CUT          | COUNTED
                    CONNECTED FATAL DESCRIPTOR_CLOSED                | FAILED       | COUNTED
                    CONNECTED STARTED FATAL                          | FAILED       | LEAK
                    CONNECTED STARTED FATAL CLOSE                    | FAILED       | COUNTED
                    CONNECTED STARTED TRANSPORT_CLOSED               | FAILED       | COUNTED
                    up FATAL                                         | FAILED       | LEAK
                    up FATAL DESCRIPTOR_CLOSED                       | FAILED       | COUNTED
                    up FATAL TRANSPORT_CLOSED                        | FAILED       | COUNTED
                    up FATAL CLOSE                                   | FAILED       | COUNTED
                    up DESCRIPTOR_CLOSED                             | FAILED       | COUNTED
                    up CLOSE CLOSE_NOTIFY                            | CLOSED       | COUNTED
                    up CLOSE CLOSE_NOTIFY FATAL                      | CLOSED       | COUNTED
                    up CLOSE CLOSE_NOTIFY TRANSPORT_CLOSED PEER_RESET | CLOSED       | COUNTED
                    up CLOSE CLOSE_NOTIFY CLOSE_THREW                | CLOSED       | COUNTED
                    up PEER_CLOSE_NOTIFY CLOSE CLOSE_NOTIFY          | CLOSED       | COUNTED
                    up CLOSE_OUTPUT CLOSE_NOTIFY CLOSE               | CLOSED       | COUNTED
                    up CLOSE_OUTPUT CLOSE_NOTIFY TRANSPORT_CLOSED    | CLOSED       | COUNTED
                    up LINGER_ZERO CLOSE CLOSE_NOTIFY                | CLOSED       | COUNTED
                    CONNECTED STARTED CLOSE                          | CLOSED       | COUNTED
                    CONNECTED CLOSE                                  | CLOSED       | COUNTED
                    CLOSE                                            | CLOSED       | COUNTED
                    """)
    void socketsThatAreOver(String events, Verdict verdict, Severity severity) {
        expect(Resource.SSL_SOCKET, events, verdict, severity);
    }

    @Test
    void aVerdictOnAReachableSessionIsANotice() {
        for (Resource resource : Resource.values()) {
            for (Verdict verdict : new Verdict[] {Verdict.OPEN, Verdict.RETAINED}) {
                assertThat(Judge.severity(verdict, resource, 0)).isEqualTo(Severity.NOTICE);
            }
        }
    }
}
