package io.github.tlsleak.cli.heap.tls;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table itself; what it tells of dumps is tested with dumps. */
class FieldTableTest {

    @Test
    void theTableOfTheProductIsUnderstood() {
        assertThatCode(FieldTable::load).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Engine | state | a = 1 -> opened",
                "Engine | state | a ~ 1 -> open",
                "Engine | state | a",
                "Engine | colour | a",
                "Engine | host",
                "Engine"
            })
    void aLineThatIsWrongIsNamed(String line) {
        assertThatThrownBy(() -> new FieldTable(List.of("provider A | b.c", line)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(line);
    }

    @Test
    void aLineBelongsToAProvider() {
        assertThatThrownBy(() -> new FieldTable(List.of("Engine | host | a")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
