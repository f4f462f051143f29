package io.github.tlsleak.cli.report.format.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

    private static final Pattern SCRIPT = Pattern.compile("(?s)<script>(.*?)</script>");
    private static final Pattern STYLE = Pattern.compile("(?s)<style>(.*?)</style>");
    private static final Pattern DATA =
            Pattern.compile("(?s)<script type=\"application/json\" id=\"data\">(.*?)</script>");
    private static final Pattern POLICY =
            Pattern.compile("Content-Security-Policy\" content=\"(.*?)\">");

    private static String page(String json) throws IOException {
        StringWriter page = new StringWriter();
        HtmlReport.write(json, page);
        return page.toString();
    }

    private static List<String> all(Pattern pattern, String page) {
        List<String> found = new ArrayList<>();
        for (Matcher matcher = pattern.matcher(page); matcher.find(); ) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in =
                HtmlReportTest.class.getResourceAsStream("/io/github/tlsleak/cli/report/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * The page without its styles and scripts. If a difference is intended, page.html must be
     * changed to the new text.
     */
    @Test
    void golden() throws IOException {
        String page = page("{\"title\":\"a </script> & b\"}\n");
        for (Pattern part : List.of(SCRIPT, STYLE, POLICY)) {
            for (String text : all(part, page)) {
                page = page.replace(text, "...");
            }
        }
        assertThat(page).isEqualTo(resource("page.html"));
    }

    @Test
    void theSameDocumentGivesTheSameBytes() throws IOException {
        assertThat(page(resource("page.json"))).isEqualTo(page(resource("page.json")));
    }

    @Test
    void thePolicyAllowsWhatIsThereAndNothingElse() throws IOException {
        String page = page("{}");
        List<String> scripts = all(SCRIPT, page);
        List<String> styles = all(STYLE, page);
        assertThat(scripts).hasSize(2);
        assertThat(styles).hasSize(1);
        String style = all(Pattern.compile("(?s)\\.textContent=`(.*?)`"), scripts.get(0)).get(0);
        assertThat(all(POLICY, page))
                .containsExactly(
                        "default-src 'none'; script-src "
                                + HtmlFile.hash(scripts.get(0))
                                + " "
                                + HtmlFile.hash(scripts.get(1))
                                + "; style-src "
                                + HtmlFile.hash(styles.get(0))
                                + " "
                                + HtmlFile.hash(style)
                                + "; img-src data:; base-uri 'none'; form-action 'none';"
                                + " require-trusted-types-for 'script'; trusted-types 'none'");
    }

    @Test
    void noTextOfAReportLeavesTheDataBlock() throws IOException {
        String evil =
                "</script><script>alert(1)</script><!-- ]]> & \u2028\u2029 \ud83d\ude00 \ud800";
        String json =
                new ObjectMapper().writeValueAsString(List.of(evil, "{{script}}", "{{data}}"));
        String page = page(json);
        List<String> data = all(DATA, page);
        assertThat(data).hasSize(1);
        assertThat(data.get(0)).doesNotContainPattern("[<>&]|[^\\x00-\\x7e]");
        assertThat(new ObjectMapper().readTree(data.get(0)))
                .isEqualTo(new ObjectMapper().readTree(json));
        // the rest is as in a page without data
        assertThat(page.replace(data.get(0), "{}")).isEqualTo(page("{}"));
    }

    @Test
    void nothingIsLoadedAndNoTextIsMadeMarkup() throws IOException {
        String page = page("{}");
        assertThat(page).doesNotContainPattern("(?i)<(script|img|iframe|object|embed)[^>]* src=");
        assertThat(page).doesNotContainPattern("(?i)<link(?![^>]* href=\"data:,\")");
        assertThat(page).doesNotContainPattern("(?i)<[a-z]+[^<>]* (on[a-z]+|style)=");
        assertThat(all(SCRIPT, page).get(1))
                .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write")
                .doesNotContain("eval(", "Function(", "fetch(", "XMLHttpRequest", "import(");
    }
}
