package io.github.tlsleak.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class TerminalTextTest {

    @Test
    void linesStayLines() {
        assertThat(TerminalText.lines("")).isEmpty();
        assertThat(TerminalText.lines("a\n\n b\nc")).isEqualTo("a\n\n b\nc");
        assertThat(TerminalText.lines("a\r\nb\r\n")).isEqualTo("a\nb\n");
    }

    @Test
    void aTerminalObeysNothing() {
        assertThat(TerminalText.lines("a\u001b[2Jb\rc\n\u009b1m\u202ed\u2028\u0007\t"))
                .isEqualTo("a?[2Jb?c\n?1m?d???");
        assertThat(TerminalText.lines("na\u00efve \ud83d\ude00"))
                .isEqualTo("na\u00efve \ud83d\ude00");
    }

    @Test
    void jsonMeansTheSame() throws Exception {
        String document =
                "{\"a\":\"x\u009b\u202e\u2028\u007f\ud83d\ude00\\u001b\",\r\n\t\"b\":1}\n";
        String clean = TerminalText.json(document);
        assertThat(clean).matches("[ -~\\n]*");
        ObjectMapper mapper = new ObjectMapper();
        assertThat(mapper.readTree(clean)).isEqualTo(mapper.readTree(document));
    }

    @Test
    void whatIsNoJsonIsTamedAllTheSame() {
        assertThat(TerminalText.json("\u001b[2J\u202e\b")).isEqualTo(" [2J\\u202e ");
    }
}
