package io.github.tlsleak.cli.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutFormatTest {

    private static final List<String> REPORT =
            List.of("text", "html", "json", "sarif", "collapsed");

    private final OutFormat report = new OutFormat(REPORT);
    private final OutFormat heap = new OutFormat(List.of("text", "json", "html"));

    @ParameterizedTest
    @CsvSource({
        "x.html, html",
        "x.htm, html",
        "X.HTML, html",
        "a.b/x.sarif, sarif",
        "x.sarif.json, sarif",
        "x.json, json",
        "x.folded, collapsed",
        "x.collapsed, collapsed",
        "x.txt, text",
        "x, text",
        "a.html/x, text",
        ".html, text",
        "x.log, text",
        "/dev/null, text",
    })
    void theEndingChooses(Path out, String format) {
        assertThat(report.chosen(null, out)).isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource({
        "sarif, x.json",
        "sarif, x.sarif.json",
        "collapsed, x.txt",
        "json, x.json",
        "html, x",
        "html, x.log",
        "html, x.htlm",
        "html, /dev/null",
    })
    void aNamedFormatThatFitsIsWritten(String format, Path out) {
        assertThat(report.chosen(format, out)).isEqualTo(format);
        assertThat(report.hint(format, out)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "text, x.html, 'contradicts --out x.html, which is to be html by its ending; leave one'",
        "text, x.json, contradicts",
        "json, x.sarif, contradicts",
        "html, x.txt, contradicts",
        "json, x.folded, contradicts",
        "json, x.json.gz, no gzip is written; name the file without .gz",
        ", x.html.gz, no gzip is written",
        ", x.htlm, 'no format has the ending .htlm; did you mean html?'",
        ", x.jsn, did you mean json?",
        "htlm, x.html, 'expected one of text, html, json, sarif, collapsed; did you mean html?'",
    })
    void whatDoesNotFitIsSaid(String format, Path out, String message) {
        assertThatThrownBy(() -> report.chosen(format, out))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aCommandHasItsOwnFormats() {
        assertThat(heap.chosen(null, Path.of("x.json"))).isEqualTo("json");
        assertThatThrownBy(() -> heap.chosen(null, Path.of("x.sarif")))
                .hasMessage(
                        "--out x.sarif: no sarif is written here; expected one of text, json, html");
    }

    @Test
    void anEndingThatSaysNothingIsTextWithAHint() {
        assertThat(report.hint(null, Path.of("x.log")))
                .isEqualTo(
                        "x.log: the ending .log names no format, so this is text;"
                                + " --format names another of "
                                + String.join(", ", REPORT));
        assertThat(report.hint(null, Path.of("x"))).isNull();
        assertThat(report.hint(null, Path.of("x.html"))).isNull();
        assertThat(report.hint(null, null)).isNull();
    }
}
