package io.github.tlsleak.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountsTest {

    private final Counts counts = new Counts(3);

    @Test
    void mostFirstThenByName() {
        for (String text : new String[] {"b", "a", "c", "b"}) {
            counts.add(text);
        }
        assertThat(counts.text()).isEqualTo("2 b, 1 a, 1 c");
        assertThat(counts.sum()).isEqualTo(4);
    }

    @Test
    void bounded() {
        for (String text : new String[] {"a", "b", "c", "d", "e", "a"}) {
            counts.add(text);
        }
        counts.add("x".repeat(10_000));
        assertThat(counts.byCount()).hasSize(3);
        assertThat(counts.others()).isEqualTo(3);
        assertThat(counts.sum()).isEqualTo(7);
        assertThat(counts.text()).isEqualTo("2 a, 1 b, 1 c, 3 others");
    }
}
