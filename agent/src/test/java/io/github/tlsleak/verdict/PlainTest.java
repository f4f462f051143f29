package io.github.tlsleak.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTest {

    @Test
    void counts() {
        assertThat(Plain.count(1, "leak")).isEqualTo("1 leak");
        assertThat(Plain.count(0, "leak")).isEqualTo("0 leaks");
    }

    /** Controls, formats and line ends, of one char, of two, and half of one. */
    @Test
    void whatATerminalObeysIsReplaced() {
        assertThat(Plain.printable("a\u001b[2J\r\n\u0085b\u202e\u2028")).isEqualTo("a?[2J???b??");
        assertThat(Plain.printable("a" + Character.toString(0xe0001) + "b\ud800c"))
                .isEqualTo("a?b?c");
        // a newer Java may know that it is a control
        assertThat(Plain.printable("a\u0378")).isEqualTo("a?");
    }

    @Test
    void textsStay() {
        String name = "Zo\u00eb " + Character.toString(0x1f512);
        assertThat(Plain.printable(name)).isEqualTo(name);
        assertThat(Plain.printable("a ~")).isEqualTo("a ~");
        assertThat(Plain.printable("")).isEmpty();
    }

    @Test
    void longTextsAreCut() {
        assertThat(Plain.cut("abc", 3)).isEqualTo("abc");
        assertThat(Plain.cut("abcd", 3)).isEqualTo("abc...");
        assertThat(Plain.cut(null, 3)).isNull();
    }
}
