package io.github.tlsleak.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineBreaksTest {

    private static final String FRAME = "com.acme.Orders.place(Orders.java:40)";

    @Test
    void numbersStayWithTheirNouns() {
        assertThat(LineBreaks.ofSentence("  a ", 4, "has 1,200 leaks, and 12 sites", 19))
                .containsExactly("  a has", "    1,200\u00a0leaks,", "    and 12\u00a0sites");
    }

    @Test
    void onlyFramesAreBroken() {
        assertThat(LineBreaks.ofSentence("", 2, "at " + FRAME, 24))
                .containsExactly("at", "  com.acme.Orders.place", "  (Orders.java:40)");
        assertThat(LineBreaks.ofSentence("", 2, "at " + FRAME, 24, false))
                .containsExactly("at", "  " + FRAME);
        String file = "/var/log/tls/of-the-shop/leaks.jsonl";
        assertThat(LineBreaks.ofSentence("", 2, "in " + file, 24))
                .containsExactly("in", "  " + file);
    }

    @Test
    void aFrameBeforeItsFileOrBehindADot() {
        assertThat(LineBreaks.ofFrame("  > ", FRAME, 30))
                .containsExactly("  > com.acme.Orders.place", "      (Orders.java:40)");
        assertThat(LineBreaks.ofFrame("", FRAME, 17))
                .containsExactly("com.acme.Orders.", "  place", "  (Orders.java:40)");
        assertThat(LineBreaks.ofFrame("", "abcdefgh", 4)).containsExactly("abcdefgh");
    }

    @Test
    void widths() {
        assertThat(TextWidth.of("caf\u00e9")).isEqualTo(4);
        assertThat(TextWidth.of("cafe\u0301")).isEqualTo(4);
        assertThat(TextWidth.of("\u5546\u5e97\ud83d\ude00")).isEqualTo(6);
        assertThat(TextWidth.cut("\u5546\u5e97", 3)).isEqualTo("\u5546");
        assertThat(TextWidth.padded("\u5546", 4)).isEqualTo("\u5546  ");
    }

    @Test
    void answersOfTwoColumnsAndCommands() {
        assertThat(WrappedText.of("state    one two three four", 20))
                .isEqualTo("state    one two\n         three four");
        assertThat(WrappedText.of("  java -jar tlsleak.jar heap 4711", 24))
                .isEqualTo("  java -jar \\\n    tlsleak.jar heap \\\n    4711");
        assertThat(WrappedText.of("as it is\nand so on", 24)).isEqualTo("as it is\nand so on");
    }
}
