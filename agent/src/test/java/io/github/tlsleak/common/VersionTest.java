package io.github.tlsleak.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersionTest {

    @Test
    void theBuildHasWrittenIt() {
        assertThat(Version.current()).matches("\\d+\\.\\d+\\.\\d+(-.+)?");
    }
}
