package io.github.tlsleak.agent.output.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.output.RecordingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReportStdoutTest {

    private final List<String> writes = new ArrayList<>();
    private final RecordingOutput listener = new RecordingOutput();
    private final AtomicLong clock = new AtomicLong();
    private boolean broken;

    /** A pipe to a reader, who may go away. */
    private final class Pipe extends OutputStream {
        @Override
        public void write(int b) {
            throw new AssertionError("no single bytes");
        }

        @Override
        public void write(byte[] bytes, int start, int length) throws IOException {
            if (broken) {
                throw new IOException("Broken pipe");
            }
            writes.add(new String(bytes, start, length, StandardCharsets.UTF_8));
        }

        @Override
        public void close() {
            throw new AssertionError("the stream belongs to the program");
        }
    }

    private ReportFile open() throws IOException {
        return new ReportFile(new ReportStdout(new Pipe()), 10, listener, clock::get);
    }

    @Test
    void eachLineIsOneWriteAndNothingIsRotated() throws IOException {
        ReportFile report = open();
        report.write("a".repeat(40_000), "\u00e4");
        report.write("b");
        report.close();
        report.write("late");
        assertThat(writes).contains("a".repeat(40_000) + "\n", "\u00e4\n", "b\n");
        assertThat(writes).allMatch(line -> line.indexOf('\n') == line.length() - 1);
        assertThat(report.file()).hasToString("-");
        assertThat(report.lost()).isZero();
    }

    @Test
    void aReaderThatGoesAwayIsToldOnce() throws IOException {
        ReportFile report = open();
        broken = true;
        for (int i = 0; i < 5; i++) {
            report.write("a");
            report.flush();
            clock.addAndGet(20_000_000_000L);
        }
        assertThat(listener.problems)
                .containsExactly("cannot write report -: Broken pipe; trying again every 10 s");
        broken = false;
        report.flush();
        assertThat(listener.problems).hasSize(2).last().asString().endsWith("5 lines were lost");
        report.close();
    }
}
