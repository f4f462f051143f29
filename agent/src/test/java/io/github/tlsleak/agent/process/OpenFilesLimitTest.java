package io.github.tlsleak.agent.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenFilesLimitTest {

    @TempDir Path directory;

    @ParameterizedTest
    @CsvSource({
        "'Max open files            1024                 524288               files', 1024",
        "'Max processes 5 5\nMax open files            20000  20000  files\nMax x 1 1', 20000",
        "'Max open files            unlimited            unlimited            files', -1",
        "'Max open files', -1",
        "'', -1",
        "'something else', -1",
    })
    void theSoftLimit(String text, long expected) throws IOException {
        Path file = Files.writeString(directory.resolve("limits"), text == null ? "" : text);
        assertThat(new OpenFilesLimit(file.toFile()).read()).isEqualTo(expected);
    }

    @Test
    void noFile() {
        assertThat(new OpenFilesLimit(directory.resolve("none").toFile()).read()).isEqualTo(-1);
        assertThat(new OpenFilesLimit(directory.toFile()).read()).isEqualTo(-1);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void thatOfThisProcess() throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", "ulimit -n").start();
        String limit = new String(shell.getInputStream().readAllBytes()).trim();
        assertThat(OpenFilesLimit.ofThisProcess().read())
                .isGreaterThanOrEqualTo(Long.parseLong(limit));
    }
}
