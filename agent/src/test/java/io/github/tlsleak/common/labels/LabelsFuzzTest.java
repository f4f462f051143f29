package io.github.tlsleak.common.labels;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.tlsleak.OneLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;

/** Labels as a user writes them, and OpenTelemetry's attributes as a platform does. */
@Timeout(20)
class LabelsFuzzTest {

    @FuzzTest
    void labelsOrOneReason(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        int end = LabelText.end(text, 0);
        assertThat(end).isBetween(0, text.length());
        try {
            bounded(LabelText.parse(text));
        } catch (IllegalArgumentException e) {
            OneLine.each(e.getMessage());
        }
        Map<String, String> attributes = ResourceAttributes.parse(text);
        if (attributes != null) {
            bounded(attributes);
        }
    }

    /** Few, short, and the same when they are read again as they were written. */
    private static void bounded(Map<String, String> given) {
        List<String> warnings = new ArrayList<>();
        Labels labels = Labels.of(given, warnings);
        OneLine.each(warnings);
        assertThat(warnings).hasSizeLessThanOrEqualTo(1);
        assertThat(labels.asMap()).hasSizeLessThanOrEqualTo(Labels.MAX_LABELS);
        labels.asMap()
                .forEach(
                        (name, value) -> {
                            assertThat(name).hasSizeLessThanOrEqualTo(Labels.MAX_NAME);
                            assertThat(value).hasSizeLessThanOrEqualTo(Labels.MAX_VALUE);
                        });
        if (labels.asMap().values().stream().noneMatch(value -> value.contains("${"))
                && labels.asMap().keySet().stream().allMatch(LabelNames::isGood)) {
            assertThat(Labels.of(LabelText.parse(labels.toString()), warnings)).isEqualTo(labels);
        }
    }
}
