package io.github.tlsleak.cli.report.model.open;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenCellsTest {

    private final OpenCells cells = new OpenCells(5);

    @Test
    void addsUpByStateAndAge() {
        cells.add(3, OpenSessionState.PEER_CLOSED, true, 4, 2);
        cells.add(0, OpenSessionState.ESTABLISHED, false, 1, 1);
        OpenCells more = new OpenCells(5);
        more.add(3, OpenSessionState.PEER_CLOSED, true, 4, 5);
        more.add(9_999, OpenSessionState.PEER_CLOSED, true, 0, 1);
        cells.addAll(more);
        assertThat(cells.flat()).containsExactly(0, 0, 1, 1, 3, 3, 4, 7, 9_999, 3, 0, 1);
        assertThat(cells.ages(3)).containsExactly(1, 0, 0, 0, 7);
        assertThat(cells.ages(0)).containsExactly(0, 1, 0, 0, 0);
        assertThat(OpenCells.state(3)).isEqualTo(OpenSessionState.PEER_CLOSED);
        assertThat(OpenCells.isAtExit(3)).isTrue();
        assertThat(OpenCells.isAtExit(2)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, false, PEER_CLOSED",
        "false, true, true, ESTABLISHED",
        "false, false, true, UNKNOWN",
        "false, false, false, BEFORE_HANDSHAKE"
    })
    void stateOfASession(
            boolean peerEnded, boolean handshake, boolean adopted, OpenSessionState state) {
        assertThat(OpenSessionState.of(peerEnded, handshake, adopted)).isEqualTo(state);
        assertThat(OpenSessionState.named(state.json())).isEqualTo(state);
    }

    @Test
    void anUnknownNameIsEstablished() {
        assertThat(OpenSessionState.named(null)).isEqualTo(OpenSessionState.ESTABLISHED);
        assertThat(OpenSessionState.named("x")).isEqualTo(OpenSessionState.ESTABLISHED);
    }
}
