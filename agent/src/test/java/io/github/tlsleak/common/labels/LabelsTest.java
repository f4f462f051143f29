package io.github.tlsleak.common.labels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelsTest {

    private final List<String> warnings = new ArrayList<>();

    private Labels of(Map<String, String> given) {
        return Labels.of(given, warnings);
    }

    @Test
    void wellKnownNamesAreMappedBothWays() {
        Map<String, String> given = new LinkedHashMap<>();
        given.put("service.name", "shop");
        given.put("k8s.pod.name", "a-1");
        given.put("deployment.environment", "test");
        given.put("service.namespace", "sales");
        Labels labels = of(given);
        assertThat(labels.asMap())
                .containsExactly(
                        Map.entry("service", "shop"),
                        Map.entry("pod", "a-1"),
                        Map.entry("environment", "test"),
                        Map.entry("service.namespace", "sales"));
        assertThat(labels.asResource())
                .containsExactly(
                        Map.entry("service.name", "shop"),
                        Map.entry("k8s.pod.name", "a-1"),
                        Map.entry("deployment.environment.name", "test"),
                        Map.entry("service.namespace", "sales"));
        assertThat(labels.get("service")).isEqualTo("shop");
        assertThat(labels.get("service.name")).isEqualTo("shop");
        assertThat(labels.get("node")).isNull();
        assertThat(warnings).isEmpty();
    }

    @Test
    void tenThousandLabelsAreOneWarning() {
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < 10_000; i++) {
            given.put("l" + i, "v");
        }
        assertThat(of(given).asMap()).hasSize(64).containsKey("l0").containsKey("l63");
        assertThat(warnings)
                .containsExactly(
                        "labels: 9936 labels left out (64 at most); the first one left out is"
                                + " 'l64'");
    }

    @Test
    void namesAndValuesAreBounded() {
        Map<String, String> given = new LinkedHashMap<>();
        given.put("n".repeat(65), "x");
        given.put("with space", "x");
        given.put("n".repeat(64), "v".repeat(257));
        given.put("emoji", "v".repeat(255) + "\uD83D\uDE00");
        Labels labels = of(given);
        assertThat(labels.asMap()).hasSize(2);
        assertThat(labels.get("n".repeat(64))).isEqualTo("v".repeat(256));
        assertThat(labels.get("emoji")).isEqualTo("v".repeat(255));
        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0))
                .startsWith("labels: 2 labels left out (a name has 1 to 64 characters")
                .contains("2 labels cut at 256 characters")
                .contains("'nnnn");
    }

    @Test
    void toStringIsWhatTheOptionTakes() {
        Map<String, String> given = new LinkedHashMap<>();
        given.put("service", "shop");
        given.put("note", "it's \"a, b\": c\nd");
        given.put("blank", " x ");
        given.put("quote", "'");
        Labels labels = of(given);
        assertThat(labels.toString()).startsWith("service:shop,note:'it''s");
        assertThat(LabelText.parse(labels.toString())).isEqualTo(given);
        assertThat(of(LabelText.parse(labels.toString())))
                .isEqualTo(labels)
                .hasSameHashCodeAs(labels)
                .isNotEqualTo(Labels.NONE);
    }
}
