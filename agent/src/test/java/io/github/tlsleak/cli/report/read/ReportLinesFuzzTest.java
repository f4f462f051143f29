package io.github.tlsleak.cli.report.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.tlsleak.OneLine;
import io.github.tlsleak.cli.report.Formats;
import io.github.tlsleak.cli.report.format.Written;
import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.Grade;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Timeout;

/** Report files that other programs, crashes and full disks have written to. */
@Timeout(30)
class ReportLinesFuzzTest {

    private static final String GOOD =
            """
            {"type":"meta","schema":1,"pid":1,"host":"fuzzed","run":"fuzzed"}
            {"type":"leak","run":"fuzzed","verdict":"LOST","severity":"leak","site":"feedfacefeedface"}
            """;

    /** What is good is counted whatever stands around it, or an error says what was not read. */
    @FuzzTest
    void goodLinesAroundAnything(byte[] input) throws IOException {
        byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
        byte[] feed = {'\n'};
        Analysis alone = read(input);
        long leaks = alone.count(Grade.LEAK);
        Analysis around = read(good, input, feed, good);
        checkMessages(around);
        assertThat(around.isEmpty()).isFalse();
        assertThat(around.count(Grade.LEAK)).isPositive();
        if (around.errors().isEmpty()) {
            assertThat(around.count(Grade.LEAK)).isGreaterThanOrEqualTo(2);
            // each costs more than all the reading
            int which = Arrays.hashCode(input) & 15;
            if (which < Formats.NAMES.size()) {
                written(around, Formats.NAMES.get(which));
            }
        }
        if (alone.errors().isEmpty() && around.errors().isEmpty() && !isPacked(input)) {
            assertThat(around.count(Grade.LEAK)).isEqualTo(leaks + 2);
            sameFromItsDocument(alone);
        }
        checkMessages(alone);
    }

    /** In the midst of a file nothing is unpacked. */
    private static boolean isPacked(byte[] input) throws IOException {
        return MaybeGzip.isPacked(new ByteArrayInputStream(input));
    }

    private static void checkMessages(Analysis analysis) {
        OneLine.each(analysis.errors());
        OneLine.each(analysis.warnings());
    }

    private static void written(Analysis analysis, String format) throws IOException {
        String text = Written.as(format, analysis);
        assertThat(text.codePoints())
                .noneMatch(c -> c != '\n' && Character.isISOControl(c))
                .noneMatch(c -> Character.getType(c) == Character.FORMAT)
                .noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    /** The document of an analysis makes the same document again. */
    private static void sameFromItsDocument(Analysis analysis) throws IOException {
        String document = Written.as("json", analysis);
        Analysis again = read(document.getBytes(StandardCharsets.UTF_8));
        assertThat(again.errors()).isEmpty();
        assertThat(Written.as("json", again)).isEqualTo(document);
    }

    private static Analysis read(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        ByteArrayInputStream in = new ByteArrayInputStream(all.toByteArray());
        return Analysis.of(new ReportInput(List.of("-"), in, Progress.NONE));
    }
}
