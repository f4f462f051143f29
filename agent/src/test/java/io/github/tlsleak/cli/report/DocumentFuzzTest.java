package io.github.tlsleak.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.tlsleak.OneLine;
import io.github.tlsleak.cli.report.format.Written;
import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.read.Progress;
import io.github.tlsleak.cli.report.read.ReportInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Timeout;

/** Documents of {@code report --format json} that were changed on their way. */
@Timeout(30)
class DocumentFuzzTest {

    /** Refused in one line, or read; what was read of one is the same when it is read again. */
    @FuzzTest
    void refusedOrReadAgain(byte[] input) throws IOException {
        Analysis analysis = read(input);
        OneLine.each(analysis.errors());
        OneLine.each(analysis.warnings());
        String document = Written.as("json", analysis);
        Written.as(Formats.NAMES.get(input.length % Formats.NAMES.size()), analysis);
        if (analysis.errors().isEmpty() && !analysis.isEmpty()) {
            Analysis again = read(document.getBytes(StandardCharsets.UTF_8));
            assertThat(again.errors()).isEmpty();
            assertThat(Written.as("json", again)).isEqualTo(document);
        }
    }

    private static Analysis read(byte[] bytes) {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        return Analysis.of(new ReportInput(List.of("-"), in, Progress.NONE));
    }
}
