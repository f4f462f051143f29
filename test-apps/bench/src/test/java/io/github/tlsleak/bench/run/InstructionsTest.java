package io.github.tlsleak.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InstructionsTest {

    @Test
    void areReadFromTheOutputOfPerf() {
        assertThat(Instructions.parse("1234567,,instructions:u,8001234,100.00,,\n"))
                .isEqualTo(1_234_567);
        assertThat(Instructions.parse("<not supported>,,instructions:u,0,100.00,,\n")).isZero();
        assertThat(Instructions.parse("")).isZero();
    }
}
