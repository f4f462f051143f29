package io.github.tlsleak.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PlayedTurnsTest {

    @Test
    void weighATurnByItsOperations() {
        PlayedTurns turns = new PlayedTurns();
        turns.add(Map.of("operations", 10.0, "cpu", 100.0));
        turns.add(Map.of("operations", 30.0, "cpu", 700.0));
        assertThat(turns.mean("cpu")).isEqualTo(20);
        assertThat(turns.at(0, "cpu")).isEqualTo(10);
        assertThat(turns.size()).isEqualTo(2);
    }

    @Test
    void sayWhatWasNotCounted() {
        PlayedTurns turns = new PlayedTurns();
        turns.add(Map.of("operations", 10.0, "cpu", 100.0));
        assertThat(turns.mean("application")).isNaN();
        assertThat(turns.at(0, "application")).isNaN();
    }
}
