package io.github.tlsleak.agent.output.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class FilePatternTest {

    private static final long START = Instant.parse("2026-11-02T01:05:09.999Z").toEpochMilli();

    @Test
    void expands() {
        assertThat(FilePattern.expand("leaks-%p-%t.jsonl", START))
                .isEqualTo("leaks-" + ProcessHandle.current().pid() + "-20261102T010509.jsonl");
        assertThat(FilePattern.expand("%h", START)).matches("[A-Za-z0-9._-]+");
    }

    @Test
    void leavesOtherPercentSigns() {
        assertThat(FilePattern.expand("100%%-%x-%", START)).isEqualTo("100%-%x-%");
        assertThat(FilePattern.expand("%%p", START)).isEqualTo("%p");
    }

    @Test
    void hostNamesNameNoDirectories() {
        assertThat(FilePattern.host("../../etc/x")).isEqualTo("_._.._etc_x");
        assertThat(FilePattern.host("db-1.internal")).isEqualTo("db-1.internal");
        assertThat(FilePattern.host(null)).isEqualTo("unknown");
        assertThat(FilePattern.host("h".repeat(1000))).hasSize(64);
    }
}
