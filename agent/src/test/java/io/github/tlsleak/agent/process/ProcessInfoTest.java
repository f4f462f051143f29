package io.github.tlsleak.agent.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessInfoTest {

    @Test
    void pidIsOurs() {
        assertThat(ProcessInfo.pid()).isEqualTo(ProcessHandle.current().pid());
    }

    @Test
    void hostIsOneWordOrNotKnown() {
        String host = ProcessInfo.host();
        if (host != null) {
            assertThat(host).isNotBlank().doesNotContainAnyWhitespaces();
        }
    }
}
