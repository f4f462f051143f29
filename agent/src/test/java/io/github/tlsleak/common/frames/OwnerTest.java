package io.github.tlsleak.common.frames;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnerTest {

    @Test
    void jsonNames() {
        assertThat(Owner.values())
                .extracting(Owner::json)
                .containsExactly("application", "library", "jdk");
    }
}
