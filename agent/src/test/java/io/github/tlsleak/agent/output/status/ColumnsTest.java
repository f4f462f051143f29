package io.github.tlsleak.agent.output.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {

    @Test
    void labelsAndItems() {
        Columns text = new Columns().line("head").row("label", "value").item("item");
        assertThat(text).hasToString("head\nlabel         value\n  item\n");
    }

    @Test
    void nothingToSayIsLeftOut() {
        assertThat(new Columns().row("a", null).row("b", "")).hasToString("");
    }

    @Test
    void exactlyOneLine() {
        assertThat(new Columns().line("x".repeat(120)).toString()).hasSize(121);
    }

    @Test
    void wrapsAtSpaces() {
        String text = new Columns().row("label", "word ".repeat(40).trim()).toString();
        assertThat(text.lines()).hasSize(2).allMatch(line -> line.length() <= 120);
        assertThat(text.lines().skip(1)).allMatch(line -> line.startsWith(" ".repeat(14) + "word"));
        assertThat(text.replaceAll("\\s+", " ")).isEqualTo("label" + " word".repeat(40) + " ");
    }

    @Test
    void cutsWordsWithoutAnEndAndKeepsPairsTogether() {
        String faces = "\uD83D\uDE00".repeat(100);
        String text = new Columns().line("x" + faces).toString();
        assertThat(text.lines()).hasSize(2).allMatch(line -> line.length() <= 120);
        assertThat(text.replaceAll("\\s", "")).isEqualTo("x" + faces);
        assertThat(text.lines().findFirst().orElseThrow()).hasSize(119);
    }

    @Test
    void nothingToObey() {
        assertThat(new Columns().row("a", "b\u001b[31m\nc")).asString().endsWith("b?[31m?c\n");
    }
}
