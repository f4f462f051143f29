package io.github.tlsleak.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.tlsleak.cli.report.format.Written;
import io.github.tlsleak.cli.report.model.Analysis;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FormatsTest {

    @Test
    void everyNameIsAFormat() throws IOException {
        Analysis analysis = Written.read(Written.resource("small.jsonl"));
        for (String name : Formats.NAMES) {
            assertThat(Written.as(name, analysis)).as(name).endsWith("\n");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new Formats("").of("xml"));
    }

    @Test
    void aPageHoldsTheDocument() throws IOException {
        Analysis analysis = Written.read(Written.resource("small.jsonl"));
        assertThat(Written.as("html", analysis))
                .startsWith("<!")
                .contains("\"tlsleak-analysis\"", "171f873b9447e3ad");
    }
}
