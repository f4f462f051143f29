package io.github.tlsleak.agent.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLineTest {

    private static JsonNode parse(JsonLine line) throws IOException {
        // through bytes, as readers of the file will see it
        return new ObjectMapper().readTree(line.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void allKinds() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("LOST", 2L);
        counts.put("RESCUED", 1L);
        JsonLine line =
                new JsonLine()
                        .put("type", "leak")
                        .put("count", -3L)
                        .put("adopted", true)
                        .putArray("stack", List.of("a", "b"))
                        .putCounts("leaks", counts)
                        .putCounts("none", Map.of())
                        .putArray("empty", List.of())
                        .put("end", "{[");
        assertThat(line)
                .hasToString(
                        "{\"type\":\"leak\",\"count\":-3,\"adopted\":true,\"stack\":[\"a\",\"b\"],"
                                + "\"leaks\":{\"LOST\":2,\"RESCUED\":1},\"none\":{},\"empty\":[],"
                                + "\"end\":\"{[\"}");
    }

    @Test
    void whatIsNotKnownIsAbsent() {
        JsonLine line =
                new JsonLine()
                        .put("a", (String) null)
                        .putArray("b", null)
                        .putCounts("c", null)
                        .putArray("d", Arrays.asList(null, "x", null));
        assertThat(line).hasToString("{\"d\":[\"x\"]}");
        assertThat(new JsonLine()).hasToString("{}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "",
                "quote \" and \\ backslash \\\"",
                "line\nfeed\r\ttab\b\f",
                "\u0000\u0001\u001f\u007f\u0085",
                "\u2028\u2029",
                "ä€\uD83D\uDE00 end",
                "\uFFFD",
            })
    void anyTextSurvives(String text) throws IOException {
        JsonLine line = new JsonLine().put("k", text).put(text, 1);
        assertThat(line.toString())
                .doesNotContainPattern("[\\n\\r\\x00-\\x1f\\u0085\\u2028\\u2029]");
        assertThat(parse(line).get("k").textValue()).isEqualTo(text);
        assertThat(parse(line).has(text)).isTrue();
    }

    @Test
    void everyCharacterSurvives() throws IOException {
        for (int start = 0; start < 0x11000; start += 0x100) {
            int surrogates = start >= 0xD800 && start < 0xE000 ? 0x10000 : 0;
            StringBuilder text = new StringBuilder();
            for (int c = start; c < start + 0x100; c++) {
                text.appendCodePoint(c + surrogates);
            }
            assertThat(parse(new JsonLine().put("k", text.toString())).get("k").textValue())
                    .isEqualTo(text.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\uD83Db", "a\uDE00b", "\uD83D", "\uDE00"})
    void loneSurrogatesAreReplaced(String text) throws IOException {
        JsonNode node = parse(new JsonLine().put("k", text).put(text, 1));
        String replaced = text.replace('\uD83D', '\uFFFD').replace('\uDE00', '\uFFFD');
        assertThat(node.get("k").textValue()).isEqualTo(replaced);
        assertThat(node.has(replaced)).isTrue();
    }

    @Test
    void hugeTextsAreCut() throws IOException {
        String text = "x".repeat((1 << 16) - 1) + "\uD83D\uDE00";
        assertThat(parse(new JsonLine().put("k", text)).get("k").textValue()).hasSize(1 << 16);
    }

    @Test
    void textsByName() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("a", "1\n2");
        texts.put("b", "\"");
        JsonLine line = new JsonLine().putTexts("none", Map.of()).putTexts("labels", texts);
        assertThat(line).hasToString("{\"labels\":{\"a\":\"1\\n2\",\"b\":\"\\\"\"}}");
        assertThat(parse(line).path("labels").path("b").asText()).isEqualTo("\"");
    }
}
