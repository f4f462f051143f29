package io.github.tlsleak.cli.heap.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.judge.OpenState;
import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.common.verdict.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StateBitsTest {

    private final StateBits bits = new StateBits(StateBitsTest::constant);

    private static long constant(String name) {
        try {
            return SessionState.class.getField(name).getInt(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** All states that the first 20 bits can make. */
    @ParameterizedTest
    @EnumSource(
            value = Resource.class,
            names = {"SSL_SOCKET", "SSL_ENGINE", "SSL_SERVER_SOCKET"})
    void openIsWhatTheAgentCallsOpen(Resource resource) {
        for (int state = 0; state < 1 << 20; state++) {
            if (bits.isOpen(resource.name(), state) != OpenState.isOpen(resource, state)) {
                assertThat(bits.isOpen(resource.name(), state))
                        .as(resource + " " + Integer.toBinaryString(state))
                        .isEqualTo(OpenState.isOpen(resource, state));
            }
        }
    }

    @Test
    void theWordForAState() {
        assertThat(bits.word("SSL_SOCKET", SessionState.CONNECTED)).isEqualTo("open");
        assertThat(bits.word("SSL_SOCKET", SessionState.CLOSED)).isEqualTo("over");
        assertThat(bits.word("SSL_SOCKET", SessionState.PRECISE)).isEqualTo("not used yet");
        assertThat(bits.isAdopted(SessionState.ADOPTED)).isTrue();
    }

    @Test
    void aClassWithoutValuesTellsNothing() {
        StateBits none = new StateBits(name -> 0);
        assertThat(none.areKnown()).isFalse();
        assertThat(none.word("SSL_SOCKET", SessionState.CONNECTED)).isEqualTo("unknown");
    }
}
