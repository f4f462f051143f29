package io.github.tlsleak.cli.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.cli.report.Formats;
import io.github.tlsleak.cli.report.model.Analysis;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CollapsedFormatTest {

    @Test
    void golden() throws IOException {
        Analysis analysis =
                Written.read(Written.resource("small.jsonl"), Written.resource("second.jsonl"));
        String leaks = Written.as("collapsed", analysis);
        String all = Written.as(new Formats("").all(true).of("collapsed"), analysis);
        String both = leaks + "\n" + all;
        assertThat(both).isEqualTo(Written.golden("merged.folded", both));
        assertThat(leaks.lines()).hasSize(4).allMatch(line -> line.matches("\\S.* [1-9][0-9]*"));
        assertThat(all.lines()).hasSize(6);
    }

    @Test
    void withoutAStack() throws IOException {
        String leak =
                "{\"type\":\"leak\",\"severity\":\"leak\",\"site\":\"a\",\"verdict\":\"X\"}\n";
        assertThat(Written.as("collapsed", Written.read(leak))).isEqualTo("site a 1\n");
    }
}
