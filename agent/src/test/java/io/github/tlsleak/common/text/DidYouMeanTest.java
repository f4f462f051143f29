package io.github.tlsleak.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DidYouMeanTest {

    private static final List<String> KNOWN = List.of("true", "false", "stack.depth", "report.max");

    @Test
    void findsTheNearest() {
        assertThat(DidYouMean.nearest("ture", KNOWN)).isEqualTo("true");
        assertThat(DidYouMean.nearest("FALSE", KNOWN)).isEqualTo("false");
        assertThat(DidYouMean.nearest("stackDepth", KNOWN)).isEqualTo("stack.depth");
    }

    @Test
    void findsTheLastPart() {
        assertThat(DidYouMean.nearest("max", KNOWN)).isEqualTo("report.max");
    }

    @Test
    void guessesNothingWild() {
        assertThat(DidYouMean.nearest("verbose", KNOWN)).isNull();
        assertThat(DidYouMean.nearest("", KNOWN)).isNull();
        assertThat(DidYouMean.nearest("t".repeat(65), KNOWN)).isNull();
        assertThat(DidYouMean.hint("verbose", KNOWN)).isEmpty();
    }

    @Test
    void countsEdits() {
        assertThat(DidYouMean.distance("", "abc")).isEqualTo(3);
        assertThat(DidYouMean.distance("abc", "acb")).isEqualTo(1);
        assertThat(DidYouMean.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(DidYouMean.distance("same", "same")).isZero();
    }

    @Test
    void theOnlyWordWithThatPart() {
        List<String> words =
                List.of("write-baseline", "baseline", "require-summary", "Shop", "x.Shop");
        assertThat(DidYouMean.nearest("req", words)).isEqualTo("require-summary");
        assertThat(DidYouMean.nearest("re", words)).isNull();
        assertThat(DidYouMean.nearest("SUMM", words)).isEqualTo("require-summary");
        assertThat(DidYouMean.nearest("line", words)).isNull();
        assertThat(DidYouMean.nearest("hop", List.of("LeakyShop"))).isNull();
        assertThat(DidYouMean.nearest("yShop", List.of("LeakyShop", "x.LeakyShop")))
                .isEqualTo("LeakyShop");
    }

    @Test
    void nothingIsLeftOfAWordOfOneLetter() {
        assertThat(DidYouMean.nearest("x", List.of("y"))).isNull();
        assertThat(DidYouMean.nearest("X", List.of("x"))).isEqualTo("x");
    }
}
