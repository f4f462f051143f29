package io.github.tlsleak.agent.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sessions older than the agent: if their past is not known, the milder verdict is given. */
class JudgeAdoptedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    SSL_SOCKET | up                             | LOST        | LEAK
                    SSL_SOCKET | up RESCUED                     | RESCUED     | LEAK
                    SSL_SOCKET | up PEER_CLOSE_NOTIFY           | UNANSWERED  | LEAK
                    SSL_SOCKET | up PEER_EOF CLOSE_NOTIFY       | UNANSWERED  | LEAK
                    SSL_SOCKET | up CLOSE CLOSE_NOTIFY          | CLOSED      | COUNTED
                    SSL_SOCKET | up CLOSE_NOTIFY                | CLOSED      | COUNTED
                    SSL_SOCKET | up CLOSE_OUTPUT CLOSE_NOTIFY   | HALF_CLOSED | LEAK
                    SSL_SOCKET | up DESCRIPTOR_CLOSED           | FAILED      | COUNTED
                    SSL_SOCKET | CONNECTED                      | UNUSED      | COUNTED
                    SSL_SOCKET | CONNECTED STARTED              | ABANDONED   | LEAK
                    SSL_ENGINE | up                             | LOST        | LEAK
                    SSL_ENGINE | up CLOSE_NOTIFY                | CLOSED      | COUNTED
                    SSL_ENGINE | up PEER_EOF                    | UNANSWERED  | DEFECT
                    SSL_ENGINE | -                              | UNUSED      | COUNTED
                    """)
    void adoptedSessions(Resource resource, String events, Verdict verdict, Severity severity) {
        int state = JudgeTest.state(events) | SessionState.ADOPTED;
        assertThat(Judge.collected(resource, state)).isEqualTo(verdict);
        assertThat(Judge.severity(verdict, resource, state)).isEqualTo(severity);
    }
}
