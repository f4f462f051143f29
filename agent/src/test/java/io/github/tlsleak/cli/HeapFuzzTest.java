package io.github.tlsleak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.tlsleak.OneLine;
import io.github.tlsleak.cli.heap.dump.TinyDump;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Heap dumps that a full disk, a copy or a person has damaged. */
@Timeout(60)
class HeapFuzzTest {

    private static final String[] FORMATS = {"text", "json", "html"};

    @TempDir static Path directory;

    private StringWriter out;
    private StringWriter err;

    @FuzzTest
    void anAnswerOrOneReason(byte[] input) throws IOException {
        Path file = Files.write(directory.resolve("fuzzed.hprof"), input);
        int code = run(file, FORMATS[input.length % FORMATS.length]);
        if (code == ExitCode.DONE) {
            assertThat(err.toString()).isEmpty();
            assertThat(out.toString()).isNotEmpty();
            return;
        }
        assertThat(code).as(err::toString).isEqualTo(ExitCode.UNREADABLE);
        assertThat(err.toString()).startsWith("tlsleak: " + file).hasLineCount(1);
        OneLine.each(err.toString().trim());
        assertThat(out.toString()).isEmpty();
    }

    /** Otherwise nothing but refusals would be tested. */
    @Test
    void theSeedIsReadToTheEnd() throws IOException {
        Path file = Files.write(directory.resolve("tiny.hprof"), TinyDump.bytes());
        assertThat(run(file, "text")).as(err::toString).isZero();
        assertThat(out.toString()).contains("2 SSLSocket", "com.acme.Pool.IDLE", "db-1");
    }

    private int run(Path file, String format) {
        // Jazzer calls one instance again and again
        out = new StringWriter();
        err = new StringWriter();
        String[] words = {"heap", file.toString(), "--format", format};
        return Main.run(words, new PrintWriter(out), new PrintWriter(err));
    }
}
