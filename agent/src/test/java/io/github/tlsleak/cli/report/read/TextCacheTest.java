package io.github.tlsleak.cli.report.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextCacheTest {

    private final TextCache cache = new TextCache(4);

    private String text(String text) {
        return cache.text(("x" + text).toCharArray(), 1, text.length());
    }

    @Test
    void theSameObjectForTheSameText() {
        assertThat(text("a")).isEqualTo("a").isSameAs(text("a"));
        assertThat(text("")).isEmpty();
    }

    @Test
    void anyNumberOfTexts() {
        for (int i = 0; i < 1000; i++) {
            assertThat(text("t" + i)).isEqualTo("t" + i);
        }
    }

    @Test
    void cleanAndShort() {
        assertThat(text("a\u001b[1m\u202e")).isEqualTo("a?[1m?").isSameAs(text("a\u001b[1m\u202e"));
        assertThat(text("x".repeat(100_000))).hasSize(TextCache.MAX_TEXT + 3);
        // the cut leaves half of a surrogate pair
        assertThat(text("x".repeat(499) + "\ud83d\ude00x")).endsWith("x?...");
    }
}
