package io.github.tlsleak.cli.report.format.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tlsleak.cli.report.format.Written;
import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.common.rules.Baseline;
import java.io.IOException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class JsonFormatTest {

    private static String merged() throws IOException {
        Analysis analysis =
                Written.read(Written.resource("small.jsonl"), Written.resource("second.jsonl"));
        analysis.compare(Baseline.read(Written.resource("small.baseline"), new ArrayList<>()));
        return Written.as("json", analysis);
    }

    @Test
    void golden() throws IOException {
        String json = merged();
        assertThat(json).isEqualTo(Written.golden("merged.json", json)).isEqualTo(merged());
    }

    @Test
    void numbersAgree() throws IOException {
        JsonNode root = new ObjectMapper().readTree(merged());
        JsonNode totals = root.get("totals");
        for (String grade : new String[] {"leak", "defect", "notice"}) {
            long total = totals.get(grade).asLong();
            assertThat(sum(root.get("sites"), grade)).as(grade).isEqualTo(total);
            assertThat(sum(root.get("jvms"), grade)).as(grade).isEqualTo(total);
            assertThat(sum(root.get("leaksOverTime"), grade)).as(grade).isEqualTo(total);
            assertThat(sum(totals.get("owners"), grade)).as(grade).isEqualTo(total);
        }
        assertThat(sum(root.get("known"), "count")).isEqualTo(totals.get("known").asLong());
        assertThat(sum(root.get("suppressed"), "count"))
                .isEqualTo(totals.get("suppressed").asLong());
        assertThat(sum(root.get("open").get("ages"), "sessions"))
                .isEqualTo(totals.get("open").asLong());
    }

    private static long sum(JsonNode array, String field) {
        long sum = 0;
        for (JsonNode element : array) {
            sum += element.get(field).asLong();
        }
        return sum;
    }

    @Test
    void whatIsNotKnownIsAbsent() throws IOException {
        String line = "{\"type\":\"leak\",\"site\":\"a\",\"verdict\":\"X\"}\n";
        String json = Written.as("json", Written.read(line));
        assertThat(json).doesNotContain("null", "baseline", "\"new\"", "frame", "\"first\"");
        JsonNode root = new ObjectMapper().readTree(json);
        assertThat(root.get("title").asText()).isEqualTo("standard input");
        assertThat(root.get("leaksOverTime")).isEmpty();
        assertThat(root.get("sites").get(0).get("severity").asText()).isEqualTo("notice");
        assertThat(root.get("jvms").get(0).has("summary")).isFalse();
    }

    @Test
    void rulesUsedInAnotherJvmAreNotUnused() throws IOException {
        JsonNode root = new ObjectMapper().readTree(merged());
        assertThat(root.get("unusedRules")).hasSize(1);
        assertThat(root.get("unusedRules").get(0).asText()).isEqualTo("LOST:org.**");
    }

    @Test
    void contextsOfAllJvms() throws IOException {
        JsonNode context = new ObjectMapper().readTree(merged()).get("contexts").get(0);
        assertThat(context.get("contexts").asLong()).isEqualTo(40 + 25);
        assertThat(context.get("sessions").asLong()).isEqualTo(5 + 4);
        assertThat(context.get("jvmCount").asLong()).isEqualTo(2);
    }
}
