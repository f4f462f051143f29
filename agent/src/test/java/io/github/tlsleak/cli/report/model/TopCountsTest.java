package io.github.tlsleak.cli.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopCountsTest {

    private final TopCounts counts = new TopCounts(3);

    private void add(String... names) {
        for (String name : names) {
            counts.add(name);
        }
    }

    @Test
    void mostFirstThenByName() {
        add("b", "a", "c", "b");
        assertThat(counts.text()).isEqualTo("2 b, 1 a, 1 c");
        assertThat(counts.sum()).isEqualTo(4);
        assertThat(counts.has("a")).isTrue();
        assertThat(counts.has("x")).isFalse();
        assertThat(counts.top(1)).extracting(entry -> entry.name).containsExactly("b");
        assertThat(counts.besides(1)).isEqualTo(2);
    }

    @Test
    void boundedAndTheSumStays() {
        add("a", "b", "c", "d", "e", "a", "a");
        assertThat(counts.byCount()).hasSize(3);
        assertThat(counts.sum()).isEqualTo(7);
        assertThat(counts.text()).startsWith("2 a").endsWith("3 others");
    }

    /** The first names are not the most frequent ones. */
    @Test
    void theFrequentStays() {
        for (int i = 0; i < 3000; i++) {
            add("rare " + i, "often");
        }
        assertThat(counts.byCount().get(0).name).isEqualTo("often");
        assertThat(counts.byCount().get(0).count).isGreaterThan(2900);
        assertThat(counts.sum()).isEqualTo(6000);
    }

    /** The only text lies elsewhere than two or more. */
    @Test
    void theOnlyTextIsCountedLikeOthers() {
        assertThat(counts.state()).isEmpty();
        add("a", "a");
        assertThat(counts.state()).containsExactly("a", 2L);
        assertThat(counts.sum()).isEqualTo(2);
        assertThat(counts.has("a")).isTrue();
        assertThat(counts.has("b")).isFalse();
        add("b", "a", "b", "b", "b");
        assertThat(counts.state()).containsExactly("b", 4L, "a", 3L);
    }

    @Test
    void roomForOneText() {
        TopCounts one = new TopCounts(1);
        one.add("a", 3);
        one.add("b", 2);
        assertThat(one.state()).containsExactly("b", 2L, 3L);
        TopCounts sum = new TopCounts(2);
        sum.addAll(one);
        assertThat(sum.state()).containsExactly("b", 2L, 3L);
    }
}
