package io.github.tlsleak.agent.output.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.output.RecordingOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineWriterTest {

    /** A disk with so many bytes free. */
    private static final class SmallDisk extends ReportOutput {

        private int free = Integer.MAX_VALUE;

        SmallDisk(Path file) {
            super(file, 0600, line -> {});
        }

        @Override
        void write(byte[] bytes) throws IOException {
            int fits = Math.min(free, bytes.length);
            super.write(Arrays.copyOf(bytes, fits));
            free -= fits;
            if (fits < bytes.length) {
                throw new IOException("No space left on device");
            }
        }
    }

    @TempDir Path dir;

    private final RecordingOutput listener = new RecordingOutput();
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
    private SmallDisk disk;
    private LineWriter writer;

    @BeforeEach
    void open() throws IOException {
        disk = new SmallDisk(dir.resolve("x"));
        writer = new LineWriter(disk, listener, clock::get);
        assertThat(writer.open()).isTrue();
    }

    private void passSeconds(int seconds) {
        clock.addAndGet(seconds * 1_000_000_000L);
    }

    @Test
    void buffersAndFlushes() {
        writer.write("ä");
        assertThat(disk.file()).hasContent("meta\n");
        assertThat(writer.size()).isEqualTo(8);
        assertThat(writer.flush()).isTrue();
        assertThat(disk.file()).hasContent("meta\nä\n");
    }

    @Test
    void writesWhenTheBufferIsFull() {
        writer.write("x".repeat(40_000));
        assertThat(disk.length()).isEqualTo(40_006);
    }

    @Test
    void countsWhatAFullDiskSwallows() {
        disk.free = 5;
        writer.write("one");
        writer.write("two");
        assertThat(writer.flush()).isFalse();
        writer.write("three");
        assertThat(writer.lost()).isEqualTo(2);
        assertThat(disk.file()).hasContent("meta\none\nt");
        assertThat(listener.problems)
                .containsExactly(
                        "cannot write report "
                                + disk.file()
                                + ": No space left on device; trying again every 10 s");
    }

    @Test
    void recovers() {
        countsWhatAFullDiskSwallows();
        assertThat(writer.retryIsDue()).isFalse();
        passSeconds(10);
        assertThat(writer.retryIsDue()).isTrue();
        writer.retry();
        assertThat(writer.failed()).isTrue();
        assertThat(writer.retryIsDue()).isFalse();
        assertThat(listener.problems).hasSize(1);
        passSeconds(11);
        disk.free = 1000;
        writer.retry();
        writer.write("four");
        assertThat(writer.flush()).isTrue();
        assertThat(disk.file()).hasContent("meta\none\nt\nmeta\nfour\n");
        assertThat(listener.problems)
                .last()
                .isEqualTo("report " + disk.file() + " is written again, 2 lines were lost");
        assertThat(listener.restarts).isEqualTo(1);
        assertThat(writer.lost()).isZero();
    }

    @Test
    void aCutHeaderIsWrittenAgain() {
        disk.free = 0;
        writer.write("one");
        writer.flush();
        disk.free = 2;
        writer.retry();
        assertThat(writer.failed()).isTrue();
        disk.free = 1000;
        writer.retry();
        assertThat(disk.file()).hasContent("meta\nme\nmeta\n");
        assertThat(listener.problems).last().asString().endsWith("1 line was lost");
    }
}
