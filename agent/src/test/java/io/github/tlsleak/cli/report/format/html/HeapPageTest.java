package io.github.tlsleak.cli.report.format.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of a heap dump, as bytes. */
class HeapPageTest {

    private static String page(String json) throws IOException {
        StringWriter page = new StringWriter();
        HtmlReport.write(HtmlPage.HEAP, data -> data.write(json), page);
        return page.toString();
    }

    private static List<String> all(String pattern, String page) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        return matcher.results().map(found -> found.group(1)).toList();
    }

    @Test
    void thePolicyAllowsWhatIsThereAndNothingElse() throws IOException {
        String page = page("{}");
        List<String> scripts = all("(?s)<script>(.*?)</script>", page);
        List<String> styles = all("(?s)<style>(.*?)</style>", page);
        assertThat(scripts).hasSize(1);
        assertThat(styles).hasSize(1);
        assertThat(all("Content-Security-Policy\" content=\"(.*?)\">", page))
                .containsExactly(
                        "default-src 'none'; script-src "
                                + HtmlFile.hash(scripts.get(0))
                                + "; style-src "
                                + HtmlFile.hash(styles.get(0))
                                + "; img-src data:; base-uri 'none'; form-action 'none';"
                                + " require-trusted-types-for 'script'; trusted-types 'none'");
    }

    @Test
    void noNameLeavesTheDataBlock() throws IOException {
        String evil = "</script><script>alert(1)</script><!-- & \u2028 \ud800 {{script}}";
        String json = new ObjectMapper().writeValueAsString(List.of(evil));
        String page = page(json);
        List<String> data = all("(?s)id=\"data\">(.*?)</script>", page);
        assertThat(data).hasSize(1);
        assertThat(data.get(0)).doesNotContainPattern("[<>&]|[^\\x00-\\x7e]");
        assertThat(new ObjectMapper().readTree(data.get(0)))
                .isEqualTo(new ObjectMapper().readTree(json));
        assertThat(page.replace(data.get(0), "{}")).isEqualTo(page("{}"));
    }

    @Test
    void nothingIsLoadedAndNoTextIsMadeMarkup() throws IOException {
        String page = page("{}");
        assertThat(page.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContainPattern("(?i)(https?|wss?)://");
        assertThat(page).doesNotContainPattern("(?i)<[a-z]+[^<>]* (src|on[a-z]+|style)=");
        assertThat(page).doesNotContainPattern("(?i)<link(?![^>]* href=\"data:,\")");
        assertThat(page)
                .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write")
                .doesNotContain("eval(", "Function(", "fetch(", "XMLHttpRequest", "import(");
    }
}
