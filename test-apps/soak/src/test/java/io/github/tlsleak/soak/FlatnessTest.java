package io.github.tlsleak.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FlatnessTest {

    private static List<Long> growing(int number, long each) {
        return LongStream.range(0, number).map(i -> 1_000 + i * each).boxed().toList();
    }

    @Test
    void whatStaysIsFlat() {
        assertThat(Flatness.of(Collections.nCopies(40, 7L), 0))
                .isEqualTo(new Flatness(7, 7, true, true));
    }

    @Test
    void whatGrowsWithEachSampleIsNot() {
        Flatness flatness = Flatness.of(growing(40, 10), 199);
        assertThat(flatness.judged()).isTrue();
        assertThat(flatness.flat()).isFalse();
        assertThat(flatness.last() - flatness.first()).isEqualTo(200);
    }

    @Test
    void growthWithinTheToleranceIsFlat() {
        assertThat(Flatness.of(growing(40, 10), 200).flat()).isTrue();
    }

    @Test
    void warmUpDoesNotCount() {
        List<Long> samples = List.of(1L, 50L, 100L, 100L, 100L, 100L, 100L, 100L);
        assertThat(Flatness.of(samples, 0).flat()).isTrue();
    }

    @Test
    void oneOddSampleDoesNotCount() {
        List<Long> samples = List.of(9L, 9L, 9L, 9L, 9L, 9L, 9L, 9L, 9L, 9L, 500L, 9L);
        assertThat(Flatness.of(samples, 0).flat()).isTrue();
    }

    @Test
    void whatShrinksIsFlat() {
        assertThat(Flatness.of(growing(40, -10), 0).flat()).isTrue();
    }

    @Test
    void fewSamplesAreNotJudged() {
        Flatness flatness = Flatness.of(growing(Flatness.FEWEST - 1, 1_000), 0);
        assertThat(flatness.judged()).isFalse();
        assertThat(flatness.flat()).isTrue();
        assertThat(Flatness.of(growing(Flatness.FEWEST, 1_000), 0).judged()).isTrue();
        assertThat(Flatness.of(List.of(), 0).judged()).isFalse();
    }
}
