package io.github.tlsleak.cli.report.format.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class HtmlFileTest {

    /** The example of the Content Security Policy specification, level 2, 7.17. */
    @Test
    void hashesAsAPolicyDoes() {
        assertThat(HtmlFile.hash("alert('Hello, world.');"))
                .isEqualTo("'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> HtmlFile.text("x.js"))
                .isInstanceOf(IOException.class)
                .hasMessage("damaged jar: html/x.js is missing; copy it anew");
    }
}
