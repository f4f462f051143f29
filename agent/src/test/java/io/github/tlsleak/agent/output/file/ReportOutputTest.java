package io.github.tlsleak.agent.output.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportOutputTest {

    @TempDir Path dir;

    private Path file;
    private ReportOutput output;

    @BeforeEach
    void create() {
        file = dir.resolve("x.jsonl");
        output = new ReportOutput(file, 0600, line -> {});
    }

    private void writeA() throws IOException {
        output.write("a\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void appendsWholeLines() throws IOException {
        Files.writeString(file, "whole\n");
        output.open();
        writeA();
        assertThat(file).hasContent("whole\na\n");
        assertThat(output.length()).isEqualTo(8);
    }

    @Test
    void endsALineThatWasCut() throws IOException {
        Files.writeString(file, "cu");
        output.open();
        writeA();
        assertThat(file).hasContent("cu\na\n");
    }

    @Test
    void rotates() throws IOException {
        output.open();
        writeA();
        assertThat(output.canRotate()).isTrue();
        output.rotate();
        output.open();
        assertThat(file).isEmptyFile();
        assertThat(dir.resolve("x.jsonl.1")).hasContent("a\n");
    }

    @Test
    void writesNothingWhenClosed() throws IOException {
        output.open();
        output.close();
        output.close();
        assertThatIOException().isThrownBy(this::writeA);
    }

    @Test
    void anInterruptedThreadWritesOn() throws IOException {
        output.open();
        Thread.currentThread().interrupt();
        writeA();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(file).hasContent("a\n");
    }
}
