package io.github.tlsleak.cli.report.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.tlsleak.OneLine;
import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.read.Progress;
import io.github.tlsleak.cli.report.read.ReportInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Flight recordings with changed bytes. They are too large to be inputs: an input is the change.
 */
@Timeout(60)
class RecordingFuzzTest {

    /** Four bytes of a place, and one that is put there. */
    private static final int CHANGE = 5;

    @TempDir static Path directory;

    private static byte[] recording;

    @BeforeAll
    static void record() throws Exception {
        Path leaks = directory.resolve("leaks.jfr");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                RecordedElsewhere.class.getName(),
                                directory.resolve("others.jfr").toString(),
                                leaks.toString())
                        .inheritIO()
                        .start();
        assertThat(process.waitFor()).isZero();
        recording = Files.readAllBytes(leaks);
    }

    @FuzzTest
    void linesOrOneReason(byte[] changes) throws IOException {
        byte[] bytes = recording.clone();
        ByteBuffer in = ByteBuffer.wrap(changes);
        while (in.remaining() >= CHANGE) {
            int at = Integer.remainderUnsigned(in.getInt(), bytes.length);
            bytes[at] = in.get();
        }
        Path file = Files.write(directory.resolve("changed.jfr"), bytes);
        if (!FlightRecording.is(file)) {
            return;
        }
        InputStream nothing = new ByteArrayInputStream(new byte[0]);
        Analysis analysis =
                Analysis.of(new ReportInput(List.of(file.toString()), nothing, Progress.NONE));
        OneLine.each(analysis.errors());
        OneLine.each(analysis.warnings());
        assertThat(analysis.isEmpty()).isEqualTo(!analysis.errors().isEmpty());
    }
}
