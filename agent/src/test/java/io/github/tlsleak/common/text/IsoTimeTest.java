package io.github.tlsleak.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IsoTimeTest {

    @Test
    void millisecondsAreAlwaysThere() {
        assertThat(IsoTime.of(0)).isEqualTo("1970-01-01T00:00:00.000Z");
        assertThat(IsoTime.of(1_000_000_000_120L)).isEqualTo("2001-09-09T01:46:40.120Z");
    }
}
