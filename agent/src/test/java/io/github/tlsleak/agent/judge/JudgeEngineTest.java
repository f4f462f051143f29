package io.github.tlsleak.agent.judge;

import static io.github.tlsleak.agent.judge.JudgeTest.expect;

import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of verdicts for engines and server sockets. */
class JudgeEngineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    STARTED ESTABLISHED                              | LOST         | LEAK
                    up RESCUE_STARTED                                | LOST         | LEAK
                    up RESCUE_STARTED RESCUED                        | RESCUED      | LEAK
                    up PEER_CLOSE_NOTIFY                             | UNANSWERED   | DEFECT
                    up PEER_EOF                                      | UNANSWERED   | DEFECT
                    up 1.3 PEER_CLOSE_NOTIFY                         | UNANSWERED   | NOTICE
                    up CLOSE_INPUT                                   | HALF_CLOSED  | DEFECT
                    STARTED                                          | ABANDONED    | NOTICE
                    -                                                | UNUSED       | COUNTED
                    up CLOSE_OUTPUT                                  | UNSENT       | DEFECT
                    up CLOSE_OUTPUT PEER_CLOSE_NOTIFY                | UNSENT       | DEFECT
                    up CLOSE_OUTPUT PEER_EOF                         | UNSENT       | DEFECT
                    up TRANSPORT_CLOSED                              | UNDERCUT     | DEFECT
                    up TRANSPORT_CLOSED CLOSE_OUTPUT CLOSE_NOTIFY    | UNDERCUT     | DEFECT
                    up CHANNEL_CLOSED                                | UNDERCUT     | DEFECT
                    up CHANNEL_CLOSED CLOSE_OUTPUT                   | UNDERCUT     | DEFECT
                    up LINGER_ZERO CHANNEL_CLOSED                    | UNDERCUT     | NOTICE
                    up TRANSPORT_SHUT CHANNEL_CLOSED                 | UNDERCUT     | DEFECT
                    up CLOSE_INPUT CHANNEL_CLOSED                    | UNDERCUT     | DEFECT
                    up CLOSE_OUTPUT CHANNEL_CLOSED                   | UNSENT       | DEFECT
                    up CLOSE_INPUT CLOSE_OUTPUT CHANNEL_CLOSED       | UNSENT       | DEFECT
                    up PEER_EOF CHANNEL_CLOSED                       | CUT          | COUNTED
                    up PEER_RESET CHANNEL_CLOSED                     | CUT          | COUNTED
                    up PEER_CLOSE_NOTIFY CHANNEL_CLOSED              | UNANSWERED   | DEFECT
                    up 1.3 PEER_CLOSE_NOTIFY CHANNEL_CLOSED          | UNANSWERED   | NOTICE
                    STARTED CHANNEL_CLOSED                           | FAILED       | COUNTED
                    up CLOSE_OUTPUT CLOSE_THREW                      | CLOSE_FAILED | NOTICE
                    up PEER_CLOSE_NOTIFY CLOSE_OUTPUT                | CUT          | COUNTED
                    up PEER_EOF CLOSE_OUTPUT                         | CUT          | COUNTED
                    up NO_INPUT CLOSE_OUTPUT                         | CUT          | COUNTED
                    up CLOSE_OUTPUT NO_INPUT                         | CUT          | COUNTED
                    up CLOSE_OUTPUT NO_INPUT CLOSE_NOTIFY            | CLOSED       | COUNTED
                    up CLOSE_OUTPUT CLOSE_NOTIFY NO_INPUT            | CLOSED       | COUNTED
                    up NO_INPUT                                      | UNANSWERED   | DEFECT
                    up CLOSE_OUTPUT PEER_RESET                       | CUT          | COUNTED
                    up CLOSE_OUTPUT PEER_RESET CLOSE_NOTIFY          | CLOSED       | COUNTED
                    STARTED FATAL                                    | FAILED       | COUNTED
                    STARTED FATAL CONNECTED                          | FAILED       | LEAK
                    STARTED CONNECTED                                | ABANDONED    | LEAK
                    STARTED FATAL CONNECTED CHANNEL_CLOSED           | FAILED       | COUNTED
                    up FATAL CONNECTED                               | FAILED       | LEAK
                    up CONNECTED                                     | LOST         | LEAK
                    CONNECTED                                        | UNUSED       | COUNTED
                    STARTED PEER_EOF                                 | FAILED       | COUNTED
                    STARTED ESTABLISHED FATAL                        | FAILED       | COUNTED
                    STARTED ESTABLISHED FATAL CLOSE_OUTPUT           | FAILED       | COUNTED
                    STARTED ESTABLISHED FATAL PEER_EOF CLOSE_OUTPUT  | FAILED       | COUNTED
                    up PEER_EOF FATAL CLOSE_OUTPUT                   | CUT          | COUNTED
                    up CLOSE_OUTPUT CLOSE_NOTIFY                     | CLOSED       | COUNTED
                    up CLOSE_OUTPUT CLOSE_NOTIFY FATAL               | CLOSED       | COUNTED
                    up CLOSE_OUTPUT CLOSE_NOTIFY TRANSPORT_CLOSED PEER_EOF | CLOSED       | COUNTED
                    up PEER_CLOSE_NOTIFY CLOSE_OUTPUT CLOSE_NOTIFY   | CLOSED       | COUNTED
                    up PEER_CLOSE_NOTIFY CLOSE_NOTIFY                | CLOSED       | COUNTED
                    STARTED CLOSE_OUTPUT                             | CLOSED       | COUNTED
                    CLOSE_OUTPUT                                     | CLOSED       | COUNTED
                    """)
    void engines(String events, Verdict verdict, Severity severity) {
        expect(Resource.SSL_ENGINE, events, verdict, severity);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    up CLOSE_OUTPUT CLOSE_NOTIFY                | NATIVE     | LEAK
                    up CLOSE_OUTPUT CLOSE_NOTIFY NATIVE_FREED   | CLOSED     | COUNTED
                    up CLOSE_OUTPUT CLOSE_NOTIFY NATIVE_RESCUED | NATIVE     | DEFECT
                    up NATIVE_FREED NATIVE_RESCUED              | LOST       | LEAK
                    up                                          | LOST       | LEAK
                    up CLOSE_OUTPUT                             | NATIVE     | LEAK
                    up CLOSE_OUTPUT NATIVE_RESCUED              | UNSENT     | DEFECT
                    up 1.3 PEER_CLOSE_NOTIFY NATIVE_RESCUED     | NATIVE     | DEFECT
                    up PEER_CLOSE_NOTIFY NATIVE_RESCUED         | UNANSWERED | DEFECT
                    up PEER_EOF CLOSE_OUTPUT                    | NATIVE     | LEAK
                    STARTED FATAL                               | NATIVE     | LEAK
                    STARTED FATAL NATIVE_RESCUED                | NATIVE     | DEFECT
                    STARTED FATAL NATIVE_FREED                  | FAILED     | COUNTED
                    -                                           | NATIVE     | LEAK
                    NATIVE_RESCUED                              | UNUSED     | COUNTED
                    """)
    void enginesWithNativeMemory(String events, Verdict verdict, Severity severity) {
        expect(Resource.SSL_ENGINE, "NATIVE_TAKEN " + events, verdict, severity);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    CONNECTED         | LOST   | LEAK
                    CONNECTED RESCUED | LOST   | LEAK
                    CONNECTED CLOSE   | CLOSED | COUNTED
                    CLOSE             | CLOSED | COUNTED
                    -                 | UNUSED | COUNTED
                    """)
    void serverSockets(String events, Verdict verdict, Severity severity) {
        expect(Resource.SSL_SERVER_SOCKET, events, verdict, severity);
    }
}
