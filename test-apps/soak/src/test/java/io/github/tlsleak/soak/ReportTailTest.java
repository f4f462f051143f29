package io.github.tlsleak.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTailTest {

    @TempDir Path directory;

    private final List<String> lines = new ArrayList<>();
    private Path report;
    private ReportTail tail;

    @BeforeEach
    void open() {
        report = directory.resolve("report.jsonl");
        tail = new ReportTail(report, lines::add);
    }

    @AfterEach
    void close() throws IOException {
        tail.close();
    }

    private void append(String text) throws IOException {
        Files.writeString(report, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** What the agent does: the predecessor is replaced. */
    private void rotate() throws IOException {
        Path predecessor = directory.resolve("report.jsonl.1");
        Files.move(report, predecessor, StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void readsWhatIsNew() throws IOException {
        tail.read();
        append("one\ntwo\n");
        tail.read();
        append("three\n");
        tail.read();
        tail.read();
        assertThat(lines).containsExactly("one", "two", "three");
    }

    @Test
    void waitsForTheEndOfALine() throws IOException {
        append("one\ntw");
        tail.read();
        assertThat(lines).containsExactly("one");
        append("o\n");
        tail.read();
        assertThat(lines).containsExactly("one", "two");
    }

    @Test
    void readsTheEndOfAFileThatWasRotated() throws IOException {
        append("one\n");
        tail.read();
        append("two\n");
        rotate();
        append("three\n");
        tail.read();
        assertThat(lines).containsExactly("one", "two", "three");
        assertThat(tail.rotations()).isEqualTo(1);
    }

    @Test
    void readsAFileThatCameAndWentBetweenTwoLooks() throws IOException {
        append("one\n");
        tail.read();
        append("two\n");
        rotate();
        append("three\n");
        rotate();
        append("four\n");
        tail.read();
        assertThat(lines).containsExactly("one", "two", "three", "four");
        assertThat(tail.rotations()).isEqualTo(2);
    }

    @Test
    void readsNothingTwiceWhileThereIsNoFile() throws IOException {
        append("one\n");
        tail.read();
        rotate();
        tail.read();
        tail.read();
        append("two\n");
        tail.read();
        assertThat(lines).containsExactly("one", "two");
        assertThat(tail.rotations()).isEqualTo(1);
    }

    @Test
    void readsMoreThanItsBufferHolds() throws IOException {
        String line = "x".repeat(1_000);
        append((line + "\n").repeat(2_500));
        tail.read();
        assertThat(lines).hasSize(2_500).containsOnly(line);
    }
}
