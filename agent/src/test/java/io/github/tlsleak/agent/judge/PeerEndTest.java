package io.github.tlsleak.agent.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeerEndTest {

    @ParameterizedTest
    @CsvSource({
        "CONNECTED STARTED ESTABLISHED,",
        "CONNECTED STARTED ESTABLISHED PEER_CLOSE_NOTIFY, CLOSE_NOTIFY",
        "CONNECTED STARTED ESTABLISHED PEER_EOF, EOF",
        "CONNECTED STARTED ESTABLISHED PEER_RESET, RESET",
        "CONNECTED STARTED ESTABLISHED PEER_CLOSE_NOTIFY PEER_EOF, CLOSE_NOTIFY",
        "CONNECTED STARTED ESTABLISHED PEER_EOF PEER_CLOSE_NOTIFY, CLOSE_NOTIFY",
        "CONNECTED STARTED ESTABLISHED PEER_EOF PEER_RESET, EOF",
        "CONNECTED STARTED ESTABLISHED CLOSE_OUTPUT CLOSE_NOTIFY PEER_CLOSE_NOTIFY, CLOSE_NOTIFY",
        // whatever comes after this side has cut the connection is its own doing
        "CONNECTED STARTED ESTABLISHED TRANSPORT_CLOSED PEER_EOF,",
        "CONNECTED STARTED ESTABLISHED FATAL PEER_RESET,",
    })
    void itIsWhatThePeerDidFirst(String events, PeerEnd expected) {
        int state = 0;
        for (String event : events.split(" ")) {
            state = SessionState.after(state, Event.valueOf(event));
        }
        assertThat(PeerEnd.of(state)).isEqualTo(expected);
    }
}
