package io.github.tlsleak.common.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionParserTest {

    private final List<String> warnings = new ArrayList<>();

    private Map<String, String> parse(String text) {
        return OptionParser.parse(text, warnings);
    }

    @Test
    void splits() {
        assertThat(parse("a=1, b = x=y ,c=")).isEqualTo(Map.of("a", "1", "b", "x=y", "c", ""));
        assertThat(parse(null)).isEmpty();
        assertThat(parse("")).isEmpty();
        assertThat(parse(",,")).isEmpty();
        assertThat(warnings).isEmpty();
    }

    @Test
    void quotedValuesHoldCommas() {
        assertThat(parse("a=\"1,2\",b=3,c=\"say \"\"x\"\"\""))
                .isEqualTo(Map.of("a", "1,2", "b", "3", "c", "say \"x\""));
        assertThat(warnings).isEmpty();
    }

    @Test
    void wordsWithoutValueAreToldAndLeftOut() {
        assertThat(parse("a=com.acme,org.foo,b=1")).isEqualTo(Map.of("a", "com.acme", "b", "1"));
        assertThat(warnings)
                .containsExactly(
                        "agent argument 'org.foo' is not key=value (a value with commas needs"
                                + " double quotes); ignored");
    }

    @Test
    void brokenQuotesAreTold() {
        assertThat(parse("b=1,a=\"x,y")).isEqualTo(Map.of("b", "1"));
        assertThat(parse("a=\"x\"y,b=1")).isEqualTo(Map.of("b", "1"));
        assertThat(warnings)
                .containsExactly(
                        "agent argument a: closing double quote missing; ignored",
                        "agent argument a: 'y' after the closing double quote; ignored");
    }

    @Test
    void theLastCounts() {
        assertThat(parse("a=1,a=2")).isEqualTo(Map.of("a", "2"));
        assertThat(warnings).containsExactly("agent argument a is given twice; the last counts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "a,b", "\"", "\"a\"", " x ", "a\"b", ",", "C:\\dir\\"})
    void quotingIsUndone(String value) {
        assertThat(parse("a=" + OptionParser.quote(value) + ",b=1"))
                .isEqualTo(Map.of("a", value, "b", "1"));
        assertThat(warnings).isEmpty();
    }
}
