package io.github.tlsleak.common.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelTextTest {

    @Test
    void namesAndValues() {
        assertThat(LabelText.parse(" service:shop , pod: a:b ,url:http://x,none:"))
                .containsExactly(
                        Map.entry("service", "shop"),
                        Map.entry("pod", "a:b"),
                        Map.entry("url", "http://x"),
                        Map.entry("none", ""));
        assertThat(LabelText.parse("")).isEmpty();
        assertThat(LabelText.parse(",,")).isEmpty();
    }

    @Test
    void quotedValuesHoldAnything() {
        assertThat(LabelText.parse("a:\"x, y\",b:'it''s',c: \"say \"\"x\"\"\" ,d:'1\n2'"))
                .containsExactly(
                        Map.entry("a", "x, y"),
                        Map.entry("b", "it's"),
                        Map.entry("c", "say \"x\""),
                        Map.entry("d", "1\n2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "shop | 'shop' is not name:value",
                "a:1,shop | 'shop' is not name:value",
                ":shop | '' is no name (1 to 64 characters: letters, digits and . _ - / @)",
                "a b:1 | 'a b' is no name (1 to 64 characters: letters, digits and . _ - / @)",
                "a:1,a:2 | label a is given twice",
                "a:\"x,b:y | closing quote of label a is missing",
                "a:\"x\"y | text after the closing quote of label a",
                "a:${POD | '${POD' has ${ without a variable and }; $${ stands for ${ itself",
                "a:${} | '${}' has ${ without a variable and }; $${ stands for ${ itself",
            })
    void aMistakeIsOneLine(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabelText.parse(text))
                .withMessage(message);
    }

    @Test
    void aLongNameIsNoMistake() {
        assertThat(LabelText.parse("n".repeat(65) + ":1,a:b")).hasSize(2);
    }

    /** Unquoted, among agent arguments. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "service:shop,pod:abc,report=x | service:shop,pod:abc",
                "service:shop,report=C:\\x | service:shop",
                "query:a=b,c:d | query:a=b,c:d",
                "a:'1,2,report=3',b:4,log=off | a:'1,2,report=3',b:4",
                "a:b,strict | a:b",
                "a:b | a:b",
            })
    void theEndAmongArguments(String text, String labels) {
        assertThat(text.substring(0, LabelText.end(text, 0))).isEqualTo(labels);
    }
}
