package io.github.tlsleak.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharedNamesTest {

    private final HandshakeDetails.SharedNames names = new HandshakeDetails.SharedNames();

    @Test
    void equalNamesBecomeOne() {
        String first = new String("db.internal");
        assertThat(names.shared(first)).isSameAs(first);
        assertThat(names.shared(new String("db.internal"))).isSameAs(first);
        assertThat(names.shared(null)).isNull();
    }

    @Test
    void everyNameComesBackAsItIs() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(names.shared("host-" + i)).isEqualTo("host-" + i);
        }
    }

    @Test
    void longOnesAreNotKept() {
        String first = "x".repeat(257);
        names.shared(first);
        String second = "x".repeat(257);
        assertThat(names.shared(second)).isSameAs(second);
    }
}
