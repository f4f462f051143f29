package io.github.tlsleak.it.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tlsleak.cli.report.format.html.HtmlPage;
import io.github.tlsleak.it.browser.Axe;
import io.github.tlsleak.it.browser.BrowserTest;
import io.github.tlsleak.it.browser.Reports;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No page violates a rule of accessibility that axe-core knows, in any state or colour. */
@CiOnly
@OwnJdkOnly
class AccessibilityIT extends BrowserTest {

    @Override
    protected String subject() {
        return "accessibility";
    }

    @Override
    protected Path write(Path directory) throws IOException {
        return Reports.write(FullDocument.make(), directory.resolve("report.html"));
    }

    @Test
    void aViolationIsSeen() throws IOException {
        page.eval("document.querySelector('footer').append(document.createElement('button'))");
        page.eval("document.styleSheets[0].insertRule('#title { color: #ddd }')");
        assertThat(Axe.violations(page))
                .anyMatch(found -> found.startsWith("button-name: #footer > button"))
                .anyMatch(found -> found.startsWith("color-contrast: #title"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void theReport(String scheme) throws IOException, InterruptedException {
        page.scheme(scheme).open(file);
        assertThat(Axe.violations(page)).isEmpty();
        page.eval("document.querySelectorAll('.site .expand').forEach(e => e.click())");
        page.eval("document.querySelectorAll('details').forEach(e => e.open = true)");
        page.eval("document.getElementById('flame').scrollIntoView()");
        page.await("document.querySelector('.flame g.frame')");
        assertThat(Axe.violations(page)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void theReportFiltered(String scheme) throws IOException, InterruptedException {
        page.scheme(scheme).size(390, 800).open(file);
        page.choose("#severity", "leak");
        page.click("#words");
        page.type("orderclient");
        page.await("document.querySelectorAll('.site').length === 1");
        assertThat(Axe.violations(page)).isEmpty();
        page.type(" nothing like it");
        page.await("document.querySelectorAll('.site').length === 0");
        assertThat(Axe.violations(page)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void aReportOfNothing(String scheme) throws IOException, InterruptedException {
        ObjectNode empty = Reports.document();
        empty.retain("format", "version", "totals", "title");
        page.scheme(scheme).open(Reports.write(empty, dir.resolve("empty.html")));
        assertThat(Axe.violations(page)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void theHeapPage(String scheme) throws IOException, InterruptedException {
        Path heap = Reports.write(HtmlPage.HEAP, Reports.heap(), dir.resolve("heap.html"));
        page.scheme(scheme).open(heap);
        page.eval("document.querySelectorAll('details').forEach(e => e.open = true)");
        assertThat(Axe.violations(page)).isEmpty();
    }
}
