package io.github.tlsleak.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NearFileTest {

    @TempDir Path dir;

    @Test
    void aFileOfTheSameDirectory() throws IOException {
        Files.createFile(dir.resolve("leaks.jsonl"));
        assertThat(NearFile.reason(dir.resolve("leak.jsonl")))
                .isEqualTo("no such file; did you mean leaks.jsonl?");
        assertThat(NearFile.reason(dir.resolve("b"))).isEqualTo("no such file");
    }

    @Test
    void theDirectoryItself() throws IOException {
        Files.createDirectories(dir.resolve("reports/monday"));
        assertThat(NearFile.hint(dir.resolve("reprots/monday/x.jsonl")))
                .isEqualTo("; did you mean reports?");
    }

    @Test
    void namesAreMadeSafe() throws IOException {
        Files.createFile(dir.resolve("leaks\u001b[31m.jsonl"));
        assertThat(NearFile.hint(dir.resolve("leaks[31.jsonl")))
                .isEqualTo("; did you mean leaks?[31m.jsonl?");
    }

    @Test
    void nothingIsGuessedOfWhatIsThereOrIsNoName() throws IOException {
        Path there = Files.createFile(dir.resolve("there"));
        assertThat(NearFile.hint(there)).isEmpty();
        assertThat(NearFile.hint(there.resolve("below"))).isEmpty();
        assertThat(NearFile.reason("a\0b")).isEqualTo("no such file");
    }
}
