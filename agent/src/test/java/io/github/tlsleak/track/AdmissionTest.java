package io.github.tlsleak.track;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionTest {

    private static final int LOTS = 1_000;

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 10, 20, 64})
    void oneOfEachLot(int sample) {
        for (int lot = 0; lot < LOTS; lot++) {
            int chosen = 0;
            for (int i = 0; i < sample; i++) {
                chosen += Admission.isChosen(lot * sample + i, sample) ? 1 : 0;
            }
            assertThat(chosen).isEqualTo(1);
        }
    }

    /** A program that makes client and server in turn is seen from both sides. */
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 10, 20, 64})
    void notInStepWithTheProgram(int sample) {
        int even = 0;
        for (int i = 0; i < LOTS * sample; i += 2) {
            even += Admission.isChosen(i, sample) ? 1 : 0;
        }
        assertThat(even).isBetween(LOTS * 4 / 10, LOTS * 6 / 10);
    }
}
