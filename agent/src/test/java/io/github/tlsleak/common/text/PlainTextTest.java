package io.github.tlsleak.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void counts() {
        assertThat(PlainText.count(1, "leak")).isEqualTo("1 leak");
        assertThat(PlainText.count(0, "leak")).isEqualTo("0 leaks");
    }

    @Test
    void sizes() {
        assertThat(PlainText.bytes(999)).isEqualTo("999 bytes");
        assertThat(PlainText.bytes(34_567)).isEqualTo("34 kB");
        assertThat(PlainText.bytes(3_400_000)).isEqualTo("3.4 MB");
    }

    /** Controls, formats and line ends of one char and of two chars, and half a surrogate pair. */
    @Test
    void whatATerminalObeysIsReplaced() {
        assertThat(PlainText.printable("a\u001b[2J\r\n\u0085b\u202e\u2028"))
                .isEqualTo("a?[2J???b??");
        assertThat(PlainText.printable("a" + Character.toString(0xe0001) + "b\ud800c"))
                .isEqualTo("a?b?c");
        // a newer Java may know that it is a control
        assertThat(PlainText.printable("a\u0378")).isEqualTo("a?");
    }

    @Test
    void textsStay() {
        String name = "Zo\u00eb " + Character.toString(0x1f512);
        assertThat(PlainText.printable(name)).isEqualTo(name);
        assertThat(PlainText.printable("a ~")).isEqualTo("a ~");
        assertThat(PlainText.printable("")).isEmpty();
    }

    @Test
    void longTextsAreCut() {
        assertThat(PlainText.cut("abc", 3)).isEqualTo("abc");
        assertThat(PlainText.cut("abcd", 3)).isEqualTo("abc...");
    }
}
