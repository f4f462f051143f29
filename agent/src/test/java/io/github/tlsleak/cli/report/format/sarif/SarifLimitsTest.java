package io.github.tlsleak.cli.report.format.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tlsleak.cli.report.format.Format;
import io.github.tlsleak.cli.report.format.Written;
import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.common.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What GitHub takes of a file, and shows. */
class SarifLimitsTest {

    private static final int SITES = 6_000;
    private static final int FRAMES = 200;

    private static Analysis many;

    /** Many sites with long stacks; the later ones are worse. */
    @BeforeAll
    static void read() throws IOException {
        StringBuilder stack = new StringBuilder();
        for (int i = 0; i < FRAMES; i++) {
            stack.append(",\"com.acme.shop.orders.Step").append(i);
            stack.append(".callTheNextOne(Step").append(i).append(".java:").append(i).append(")\"");
        }
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < SITES; i++) {
            String site = String.format("%016x", i + 1);
            lines.append("{\"type\":\"site\",\"site\":\"").append(site).append("\",\"owner\":");
            lines.append("\"application\",\"frame\":\"com.acme.Site").append(i);
            lines.append(".open(Site").append(i).append(".java:7)\",\"stack\":[");
            lines.append("\"com.acme.Site").append(i).append(".open(Site").append(i);
            lines.append(".java:7)\"").append(stack).append("]}\n");
            String severity = i < SITES / 2 ? "notice" : "leak";
            lines.append("{\"type\":\"leak\",\"verdict\":\"LOST\",\"severity\":\"");
            lines.append(severity).append("\",\"site\":\"").append(site).append("\"}\n");
        }
        many = Written.read(lines.toString());
    }

    private static JsonNode run(String sarif) throws IOException {
        return new ObjectMapper().readTree(sarif).at("/runs/0");
    }

    private static String sarif(int maxBytes) throws IOException {
        Format format = new SarifFormat(Written.VERSION, false, List.of(), maxBytes);
        return Written.as(format, many);
    }

    @Test
    void theWorstOnesFitWhateverTheirStacks() throws IOException {
        String sarif = sarif(SarifResults.MAX_BYTES);
        assertThat(sarif.length()).isLessThan(10_000_000);
        JsonNode run = run(sarif);
        assertThat(run.get("results")).hasSize(SarifResults.MAX_RESULTS);
        int stacks = 0;
        long rank = 100;
        for (JsonNode result : run.get("results")) {
            stacks += result.has("codeFlows") ? 1 : 0;
            assertThat(result.has("codeFlows")).isEqualTo(result.has("stacks"));
            assertThat(result.get("rank").asLong()).isBetween(0L, rank);
            rank = result.get("rank").asLong();
        }
        assertThat(stacks).isBetween(20, SarifResults.MAX_RESULTS - 1);
        assertThat(run.at("/results/0").has("codeFlows")).isTrue();
        assertThat(run.at("/invocations/0/toolExecutionNotifications").toString())
                .contains((5_000 - stacks) + " results without stacks")
                .contains("1000 sites left out: the worst ones are here");
    }

    @Test
    void whatDoesNotFitAtAllIsCounted() throws IOException {
        JsonNode run = run(sarif(100_000));
        int results = run.get("results").size();
        assertThat(results).isBetween(100, 300);
        assertThat(run.at("/results/0/level").asText()).isEqualTo("error");
        assertThat(run.at("/invocations/0/toolExecutionNotifications").toString())
                .contains((SITES - results) + " sites left out");
    }

    @Test
    void aFlowLeadsFromOutsideToTheAllocation() throws IOException {
        JsonNode steps =
                run(sarif(SarifResults.MAX_BYTES))
                        .at("/results/0/codeFlows/0/threadFlows/0/locations");
        assertThat(steps).hasSize(FRAMES + 1);
        assertThat(steps.at("/0/location/message/text").asText())
                .isEqualTo("Step199.callTheNextOne");
        JsonNode last = steps.get(FRAMES);
        assertThat(last.at("/importance").asText()).isEqualTo("essential");
        assertThat(last.at("/location/physicalLocation/artifactLocation/uri").asText())
                .startsWith("com/acme/Site")
                .endsWith(".java");
    }

    @Test
    void labelsThatAllHaveAreTheCategory() throws IOException {
        String one =
                "{\"type\":\"meta\",\"run\":\"1\",\"labels\":{\"service\":\"shop a/b\",\"environment\":\"prod\"}}\n";
        assertThat(SarifFormat.category(Written.read(one))).isEqualTo("tlsleak/shop-a-b/prod/");
        String two = one.replace("\"1\"", "\"2\"").replace("prod", "test");
        assertThat(SarifFormat.category(Written.read(one + two))).isEqualTo("tlsleak/shop-a-b/");
        assertThat(SarifFormat.category(Written.read("{\"type\":\"meta\"}\n")))
                .isEqualTo("tlsleak/");
    }

    @Test
    void theHomePageIsThatOfThePom() throws IOException {
        assertThat(Files.readString(Path.of("../pom.xml")))
                .contains("<url>" + ProjectPage.HOME + "</url>");
    }

    /** The verdicts that a report names have a part of the page of their own. */
    @ParameterizedTest
    @EnumSource(Verdict.class)
    void theHelpOfAVerdictIsThere(Verdict verdict) throws IOException {
        Set<String> headings = new HashSet<>(Files.readAllLines(Path.of("docs/verdicts.md")));
        assertThat(headings).contains("## " + verdict.name());
        assertThat(ProjectPage.of(verdict.name()))
                .endsWith("/agent/docs/verdicts.md#" + verdict.name().toLowerCase());
    }
}
