package io.github.tlsleak.agent.output.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tlsleak.agent.output.RecordingOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {

    private static final Path FULL = Paths.get("/dev/full");

    @TempDir Path dir;

    private final RecordingOutput listener = new RecordingOutput();

    private ReportFile open(String name, long maxBytes) throws IOException {
        return ReportFile.open(dir + "/" + name, 0, maxBytes, 0600, listener);
    }

    @Test
    void writesHeaderAndLines() throws IOException {
        ReportFile report = open("leaks-%t.jsonl", 1024);
        report.write("site", "leak");
        report.flush();
        assertThat(report.file()).isEqualTo(dir.resolve("leaks-19700101T000000.jsonl"));
        assertThat(report.file()).hasContent("meta\nsite\nleak\n");
        report.close();
        report.close();
        report.write("late");
        report.flush();
        assertThat(report.file()).hasContent("meta\nsite\nleak\n");
        assertThat(listener.problems).isEmpty();
        assertThat(listener.restarts).isZero();
    }

    @Test
    void appendsToWhatIsThere() throws IOException {
        Files.writeString(dir.resolve("x"), "meta\ncut");
        open("x", 1024).close();
        assertThat(dir.resolve("x")).hasContent("meta\ncut\nmeta\n");
    }

    @Test
    void rotatesBetweenUnits() throws IOException {
        ReportFile report = open("x", 20);
        report.write("0123456789", "0123456789");
        assertThat(listener.restarts).isEqualTo(1);
        assertThat(dir.resolve("x.1")).hasContent("meta\n0123456789\n0123456789\n");
        report.write("next");
        report.close();
        assertThat(dir.resolve("x")).hasContent("meta\nnext\n");
        assertThat(listener.problems).isEmpty();
    }

    @Test
    void onlyOnePredecessorIsKept() throws IOException {
        ReportFile report = open("x", 10);
        for (int i = 0; i < 5; i++) {
            report.write("line-" + i);
        }
        report.close();
        assertThat(dir.resolve("x.1")).hasContent("meta\nline-4\n");
        assertThat(dir.resolve("x")).hasContent("meta\n");
        assertThat(dir).isDirectoryNotContaining("glob:**.2");
    }

    private ReportFile writer(long maxBytes, AtomicLong clock) throws IOException {
        ReportOutput output = new ReportOutput(dir.resolve("x"), 0600, listener::problem);
        return new ReportFile(output, maxBytes, listener, clock::get);
    }

    @Test
    void oneOfTwoWritersFollowsWhenTheOtherHasRotated() throws IOException {
        AtomicLong clock = new AtomicLong();
        ReportFile one = writer(20, clock);
        ReportFile two = writer(1024, clock);
        one.write("one-0123456789");
        assertThat(listener.restarts).isEqualTo(1);
        two.write("two-late");
        two.flush();
        two.follow();
        assertThat(dir.resolve("x.1")).hasContent("meta\nmeta\none-0123456789\ntwo-late\n");
        clock.addAndGet(1_000_000_000L);
        two.write("two-buffered");
        two.follow();
        assertThat(listener.restarts).isEqualTo(2);
        two.write("two-next");
        two.close();
        one.close();
        assertThat(dir.resolve("x.1"))
                .hasContent("meta\nmeta\none-0123456789\ntwo-late\ntwo-buffered\n");
        assertThat(dir.resolve("x")).hasContent("meta\nmeta\ntwo-next\n");
        assertThat(listener.problems).isEmpty();
    }

    @Test
    void whatAnotherWriterHasRotatedIsNotRotatedAgain() throws IOException {
        AtomicLong clock = new AtomicLong();
        ReportFile one = writer(20, clock);
        ReportFile two = writer(20, clock);
        one.write("one-0123456789");
        two.write("two-0123456789");
        assertThat(dir.resolve("x.1")).hasContent("meta\nmeta\none-0123456789\ntwo-0123456789\n");
        one.write("one");
        two.write("two");
        one.close();
        two.close();
        assertThat(dir.resolve("x")).hasContent("meta\nmeta\none\ntwo\n");
        assertThat(OpenFiles.below(dir)).isEmpty();
    }

    @Test
    void whatOthersWriteCountsForTheSize() throws IOException {
        AtomicLong clock = new AtomicLong();
        ReportFile one = writer(40, clock);
        ReportFile two = writer(1024, clock);
        two.write("two-0123456789-0123456789");
        two.flush();
        clock.addAndGet(1_000_000_000L);
        one.follow();
        one.write("one");
        assertThat(listener.restarts).isEqualTo(1);
        one.close();
        two.close();
    }

    @Test
    void twoFastWritersRotateWithinASecond() throws IOException {
        AtomicLong stopped = new AtomicLong();
        ReportFile one = writer(300_000, stopped);
        ReportFile two = writer(300_000, stopped);
        String line = "x".repeat(1000);
        for (int i = 0; i < 200; i++) {
            one.follow();
            one.write("one-" + line);
            two.follow();
            two.write("two-" + line);
        }
        one.close();
        two.close();
        assertThat(listener.restarts).isEqualTo(2);
        assertThat(Files.size(dir.resolve("x.1"))).isBetween(300_000L, 400_000L);
        assertThat(Files.readAllLines(dir.resolve("x")))
                .anyMatch(l -> l.startsWith("one-"))
                .anyMatch(l -> l.startsWith("two-"));
    }

    @Test
    void aFileThatSomebodyHasRemovedIsBegunAnew() throws IOException {
        AtomicLong clock = new AtomicLong();
        ReportFile report = writer(1024, clock);
        Files.delete(dir.resolve("x"));
        clock.addAndGet(1_000_000_000L);
        report.follow();
        report.write("next");
        report.close();
        assertThat(dir.resolve("x")).hasContent("meta\nnext\n");
        assertThat(listener.restarts).isEqualTo(1);
    }

    @Test
    void goesOnWhereItCannotRotate() throws IOException {
        Files.createDirectory(dir.resolve("x.1"));
        ReportFile report = open("x", 20);
        report.write("0123456789-0123456789");
        report.write("more");
        report.close();
        assertThat(dir.resolve("x")).hasContent("meta\n0123456789-0123456789\nmeta\nmore\n");
        assertThat(listener.problems)
                .containsExactly(
                        "cannot rotate report "
                                + dir.resolve("x")
                                + ": "
                                + dir.resolve("x.1")
                                + " is a directory");
    }

    @Test
    void aDirectoryThatIsNotThereIsMade() throws IOException {
        open("new/one/x", 1024).close();
        assertThat(dir.resolve("new/one/x")).hasContent("meta\n");
    }

    @Test
    void aBadNameIsOneClearLine() throws IOException {
        Files.createFile(dir.resolve("file"));
        assertThatIOException()
                .isThrownBy(() -> open("file/no/x", 1024))
                .withMessageContaining(dir.resolve("file/no") + ": cannot be made: ");
        assertThatIOException().isThrownBy(() -> open("\u0000", 1024)).withMessageContaining("not");
    }

    @Test
    void survivesAFullDisk() throws IOException {
        assumeTrue(Files.isWritable(FULL), "no /dev/full here");
        Path link = Files.createSymbolicLink(dir.resolve("x"), FULL);
        AtomicLong clock = new AtomicLong();
        ReportFile report =
                new ReportFile(
                        new ReportOutput(link, 0600, listener::problem),
                        1024,
                        listener,
                        clock::get);
        report.write("lost-1", "lost-2");
        report.flush();
        assertThat(report.lost()).isEqualTo(2);
        assertThat(listener.problems).singleElement().asString().contains("cannot write report");

        Files.delete(link);
        clock.addAndGet(9_000_000_000L);
        report.flush();
        assertThat(link).doesNotExist();
        clock.addAndGet(1_000_000_000L);
        report.flush();
        report.write("kept");
        report.close();
        assertThat(link).hasContent("meta\nkept\n");
        assertThat(listener.problems).hasSize(2).last().asString().endsWith("2 lines were lost");
        assertThat(listener.restarts).isEqualTo(1);
    }

    @Test
    void nothingStaysOpen() throws IOException {
        ReportFile report = open("x", 1);
        report.write("rotated");
        assertThat(OpenFiles.below(dir)).containsExactly(dir.resolve("x"));
        report.close();
        assertThat(OpenFiles.below(dir)).isEmpty();
    }

    @Test
    void tellsAtTheEndWhatAFullDiskHasSwallowed() throws IOException {
        assumeTrue(Files.isWritable(FULL), "no /dev/full here");
        ReportFile report = ReportFile.open(FULL.toString(), 0, 1024, 0600, listener);
        report.write("lost");
        report.close();
        assertThat(listener.problems).hasSize(2).last().isEqualTo("report /dev/full: 1 lines lost");
    }
}
