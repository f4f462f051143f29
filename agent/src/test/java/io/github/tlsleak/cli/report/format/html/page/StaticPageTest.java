package io.github.tlsleak.cli.report.format.html.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tlsleak.cli.report.format.Written;
import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.common.rules.Baseline;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of the page is readable without its script. */
class StaticPageTest {

    private static final List<String> PARTS =
            List.of(
                    "name",
                    "title",
                    "subtitle",
                    "answer",
                    "worst",
                    "numbers",
                    "beside",
                    "warnings",
                    "sites",
                    "footer");

    private static Analysis merged() throws IOException {
        Analysis analysis =
                Written.read(Written.resource("small.jsonl"), Written.resource("second.jsonl"));
        analysis.compare(Baseline.load(Written.resource("small.baseline"), new ArrayList<>()));
        return analysis;
    }

    private static String part(Analysis analysis, String name) throws IOException {
        StringWriter html = new StringWriter();
        new StaticPage(analysis, Written.VERSION).write(name, html);
        return html.toString();
    }

    /** Written anew with -Dtlsleak.golden=write. */
    @Test
    void golden() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String name : PARTS) {
            all.append("== ").append(name).append('\n').append(part(merged(), name)).append('\n');
        }
        assertThat(all.toString()).isEqualTo(Written.golden("static.html", all.toString()));
    }

    @Test
    void everyPartStandsInThePage() throws IOException {
        String page = Written.as("html", merged());
        for (String name : PARTS) {
            assertThat(page).contains(part(merged(), name));
        }
        assertThat(page).doesNotContain("{{static");
    }

    /** The numbers of the tiles are those that the script takes from the document. */
    @Test
    void tilesSayWhatTheDocumentSays() throws IOException {
        JsonNode totals = new ObjectMapper().readTree(Written.as("json", merged())).get("totals");
        String tiles = part(merged(), "numbers");
        for (String name : List.of("leak", "defect", "notice", "sites", "stillOpen")) {
            assertThat(tiles).contains("<b>" + totals.get(name).asText() + "</b>");
        }
    }

    @Test
    void nothing() throws IOException {
        Analysis nothing = Written.read("");
        assertThat(part(nothing, "worst")).isEmpty();
        assertThat(part(nothing, "sites")).isEqualTo("\n<p>Nothing was found.</p>");
        assertThat(part(nothing, "beside")).isEmpty();
        assertThat(part(nothing, "subtitle")).isEqualTo("<span class=\"n\">0</span> JVMs");
    }

    /** The rest is in the data, for the script. */
    @Test
    void oneHundredSites() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 1234; i++) {
            lines.append(
                            "{\"type\":\"leak\",\"verdict\":\"LOST\",\"severity\":\"leak\",\"site\":\"s")
                    .append(i)
                    .append("\"}\n");
        }
        String sites = part(Written.read(lines.toString()), "sites");
        assertThat(sites.split("static-site", -1)).hasSize(101);
        assertThat(sites).contains("<span class=\"n\">1,134</span> more sites: with JavaScript");
    }

    /** The only elements are those that the page has for any report. */
    @Test
    void hostileTextsAreNoElements() throws IOException {
        String evil =
                "\\u003c/pre>\\u003cscript>alert(1)\\u003c/script>\\u003cimg src=x onerror=a>\\\"'";
        String lines =
                ("{\"type\":\"meta\",\"schema\":1,\"pid\":1,\"main\":\"E\",\"host\":\"E\",\"agent\":\"E\"}\n"
                                + "{\"type\":\"site\",\"site\":\"E\",\"frame\":\"E\",\"owner\":\"E\","
                                + "\"stack\":[\"E\"]}\n"
                                + "{\"type\":\"leak\",\"site\":\"E\",\"verdict\":\"E\",\"severity\":\"E\","
                                + "\"hangsAt\":\"E\",\"hangsIn\":\"E\",\"resource\":\"E\"}\n")
                        .replace("\"E\"", "\"" + evil + "\"");
        StringBuilder all = new StringBuilder();
        for (String name : PARTS) {
            all.append(part(Written.read(lines), name));
        }
        assertThat(all).contains("&lt;script&gt;alert(1)");
        assertThat(
                        all.toString()
                                .replaceAll(
                                        "</?(p|ol|li|a|span|b|h3|code|div|pre|details"
                                                + "|summary|small|ul|wbr)( (class|href|id)=\"[^\"<>]*\")*>",
                                        ""))
                .doesNotContain("<", ">");
    }
}
