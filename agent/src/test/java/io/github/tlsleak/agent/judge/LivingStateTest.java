package io.github.tlsleak.agent.judge;

import static io.github.tlsleak.agent.judge.SessionState.ADOPTED;
import static io.github.tlsleak.agent.judge.SessionState.CLOSED;
import static io.github.tlsleak.agent.judge.SessionState.CLOSE_NOTIFY;
import static io.github.tlsleak.agent.judge.SessionState.CONNECTED;
import static io.github.tlsleak.agent.judge.SessionState.DESCRIPTOR_CLOSED;
import static io.github.tlsleak.agent.judge.SessionState.ESTABLISHED;
import static io.github.tlsleak.agent.judge.SessionState.FATAL;
import static io.github.tlsleak.agent.judge.SessionState.OUTPUT_CLOSED;
import static io.github.tlsleak.agent.judge.SessionState.PEER_CLOSE_NOTIFY;
import static io.github.tlsleak.agent.judge.SessionState.PEER_EOF;
import static io.github.tlsleak.agent.judge.SessionState.PEER_RESET;
import static io.github.tlsleak.agent.judge.SessionState.STARTED;
import static io.github.tlsleak.agent.judge.SessionState.TLS13;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LivingStateTest {

    private static final int UP = CONNECTED | STARTED | ESTABLISHED;

    private static Verdict socket(int state) {
        return LivingState.of(Resource.SSL_SOCKET, state, false, true);
    }

    private static Verdict engine(int state, boolean channelOpen) {
        return LivingState.of(Resource.SSL_ENGINE, state, channelOpen, true);
    }

    @Test
    void aHandshakeThatDoesNotEndIsStuck() {
        assertThat(socket(CONNECTED | STARTED)).isEqualTo(Verdict.STUCK);
        assertThat(socket(CONNECTED)).isEqualTo(Verdict.STUCK);
        assertThat(engine(STARTED, true)).isEqualTo(Verdict.STUCK);
        assertThat(engine(STARTED, false)).isEqualTo(Verdict.STUCK);
    }

    @Test
    void whatWasNeverUsedIsNotStuck() {
        assertThat(socket(0)).isNull();
        assertThat(engine(0, false)).isNull();
    }

    @Test
    void whatIsEstablishedClosedOrFailedIsNotStuck() {
        assertThat(socket(UP)).isNull();
        assertThat(socket(CONNECTED | STARTED | CLOSED)).isNull();
        assertThat(socket(CONNECTED | STARTED | FATAL | DESCRIPTOR_CLOSED)).isNull();
        assertThat(engine(STARTED | OUTPUT_CLOSED, true)).isNull();
    }

    @Test
    void anOlderSessionMayHaveHadItsHandshakeBefore() {
        assertThat(socket(ADOPTED | CONNECTED)).isNull();
        assertThat(socket(ADOPTED | CONNECTED | STARTED)).isEqualTo(Verdict.STUCK);
    }

    @Test
    void aProviderThatHidesItsHandshakesIsNotAccused() {
        int state = CONNECTED | STARTED;
        assertThat(LivingState.of(Resource.SSL_SOCKET, state, false, false)).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {PEER_CLOSE_NOTIFY, PEER_EOF, PEER_RESET})
    void thePeerHasGone(int how) {
        assertThat(socket(UP | how)).isEqualTo(Verdict.PEER_CLOSED);
        assertThat(socket(CONNECTED | how)).isEqualTo(Verdict.PEER_CLOSED);
        assertThat(engine(UP | how, true)).isEqualTo(Verdict.PEER_CLOSED);
        assertThat(socket(UP | how | CLOSED)).isNull();
        assertThat(engine(UP | how | OUTPUT_CLOSED, true)).isNull();
        assertThat(engine(UP | how | CLOSE_NOTIFY, true)).isNull();
        assertThat(engine(UP | how | DESCRIPTOR_CLOSED, false)).isNull();
    }

    @Test
    void anEngineWhoseChannelIsNotKnownMayHaveBeenClosedAsItsProtocolPermits() {
        assertThat(peerClosed(TLS13, false)).isEqualTo(Severity.NOTICE);
        assertThat(peerClosed(TLS13, true)).isEqualTo(Severity.DEFECT);
        assertThat(peerClosed(0, false)).isEqualTo(Severity.DEFECT);
    }

    private static Severity peerClosed(int more, boolean channelOpen) {
        int state = UP | PEER_CLOSE_NOTIFY | more;
        return LivingState.severity(Verdict.PEER_CLOSED, Resource.SSL_ENGINE, state, channelOpen);
    }

    @Test
    void whatFailedAndIsStillOpen() {
        int failed = CONNECTED | STARTED | FATAL;
        assertThat(socket(failed)).isEqualTo(Verdict.FAILED);
        assertThat(socket(failed | DESCRIPTOR_CLOSED)).isNull();
        assertThat(socket(failed | CLOSED)).isNull();
        assertThat(socket(STARTED | FATAL)).isNull();
        assertThat(engine(STARTED | FATAL, true)).isEqualTo(Verdict.FAILED);
        assertThat(engine(STARTED | FATAL, false)).isNull();
    }

    @Test
    void aServerSocketHasNoHandshake() {
        assertThat(LivingState.of(Resource.SSL_SERVER_SOCKET, CONNECTED, false, true)).isNull();
    }
}
