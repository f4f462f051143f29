package io.github.tlsleak.cli.report.format.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import org.junit.jupiter.api.Test;

class HtmlDataTest {

    private static String written(String text) throws IOException {
        StringWriter out = new StringWriter();
        try (Writer data = new HtmlData(out)) {
            data.write(text);
        }
        return out.toString();
    }

    @Test
    void plainTextStays() throws IOException {
        String json = "{\"a\\n\": [1, true, \"b's /* ~ */ \\u003c\"]}\n";
        assertThat(written(json)).isEqualTo(json);
        assertThat(written("")).isEmpty();
    }

    @Test
    void whatCouldBeMarkupIsEscaped() throws IOException {
        assertThat(written("</s>&")).isEqualTo("\\u003c/s\\u003e\\u0026");
        assertThat(written("a<b")).isEqualTo("a\\u003cb");
    }

    @Test
    void asciiAlone() throws IOException {
        assertThat(written("\u007f\u00e9\u2028\ud83d\ude00\ud800"))
                .isEqualTo("\\u007f\\u00e9\\u2028\\ud83d\\ude00\\ud800");
    }

    @Test
    void takesPartsOfArrays() throws IOException {
        StringWriter out = new StringWriter();
        try (Writer data = new HtmlData(out)) {
            data.write("<ab>".toCharArray(), 1, 2);
            data.write('&');
        }
        assertThat(out).hasToString("ab\\u0026");
    }
}
