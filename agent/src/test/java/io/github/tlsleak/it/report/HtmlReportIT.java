package io.github.tlsleak.it.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tlsleak.it.browser.BrowserTest;
import io.github.tlsleak.it.browser.Reports;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The HTML report in a real browser, used as a reader uses it. */
@OwnJdkOnly
class HtmlReportIT extends BrowserTest {

    private static final String FIRST = ".site:first-child .expand";

    @Override
    protected String subject() {
        return "the HTML report";
    }

    @Override
    protected Path write(Path directory) throws IOException {
        return Reports.write(Reports.document(), directory.resolve("report.html"));
    }

    @Test
    void showsEveryPart() {
        assertThat(page.eval("document.title").asText()).isEqualTo("TLS leaks: 3 files");
        assertThat(page.text("#failure")).isEmpty();
        assertThat(page.text(".card.leak")).startsWith("55\nleaks");
        assertThat(page.count("#time svg g")).isEqualTo(6);
        assertThat(page.count(".site")).isEqualTo(5);
        assertThat(page.text("#shown"))
                .isEqualTo("5 of 5 sites, 82 findings, 4 of them excused as known behaviour");
        assertThat(page.text("#warnings")).contains("leaks-<1>.jsonl.gz: 2 lines not of a tlsleak");
        assertThat(page.text("#open")).contains("5 sessions idle", "10 min to 1 h", "2 h 1 min");
        assertThat(page.text("#groups")).contains("CONTEXT_CHURN", "com.acme.Tls.context");
        assertThat(page.text("#excused"))
                .contains("java.net.http", "LOST:io.netty.**", "com.acme.Old.*");
        assertThat(page.text("#runs")).contains("pid 4711 on web-1", "1.8.0_422-b05");
    }

    @Test
    void whatIsHostileIsText() {
        assertThat(page.eval("document.querySelectorAll('script').length").asInt()).isEqualTo(3);
        assertThat(page.count("#main img, #main b b, #main i:not(.swatch)")).isZero();
        assertThat(page.text("#sites"))
                .contains("<script>alert('x')</script>.m(\"quotes\" & 'more'");
        assertThat(page.text("#runs")).contains("</script><script>alert(1)</script>");
        page.click("[data-site=deadbeefdeadbeef] .expand");
        assertThat(page.text(".details")).contains("<img src=x onerror=alert(1)>:443");
    }

    @Test
    void searchAndFiltersNarrowTheRows() throws InterruptedException {
        page.click("#words");
        page.type("orderclient DB-1");
        page.await("document.querySelectorAll('.site').length === 1");
        assertThat(page.text("#shown")).isEqualTo("1 of 5 sites, 62 findings");
        page.click(".controls button");
        assertThat(page.count(".site")).isEqualTo(5);
        page.choose("#severity", "leak");
        assertThat(page.count(".site")).isEqualTo(3);
        page.click("#fresh");
        assertThat(page.count(".site")).isEqualTo(2);
        page.choose("#owner", "unknown");
        assertThat(page.text(".site")).contains("FUTURE_<VERDICT>");
        page.choose("#verdict", "UNSENT");
        assertThat(page.text("#shown")).isEqualTo("0 of 5 sites, 0 findings");
    }

    @Test
    void groupsAreListedOrOneOfThem() throws InterruptedException {
        assertThat(page.text("#by h2")).isEqualTo("By service");
        assertThat(page.count("#by .item")).isEqualTo(2);
        assertThat(page.text("#by .item"))
                .contains("shop", "41 leaks", "12 sites", "41 LOST", "and 11 more sites");
        assertThat(page.text("#runs")).contains("service=shop, pod=<i>pod</i>");
        page.choose("#by-group", "1");
        assertThat(page.count("#by .item")).isEqualTo(1);
        assertThat(page.text("#by .item")).contains("<i>cart</i>", "14 leaks");
        page.choose("#by-group", "");
        page.click("#by a");
        page.await("document.querySelectorAll('.details').length === 1");
    }

    @Test
    void sorts() {
        String sorted = "[...document.querySelectorAll('th')].find(e => e.ariaSort).innerText";
        assertThat(page.eval(sorted).asText()).isEqualTo("Severity");
        page.click("th:nth-child(6) button");
        assertThat(page.eval(sorted).asText()).startsWith("First");
        assertThat(page.text(".site .badge")).isEqualTo("known");
        page.click("th:nth-child(6) button");
        assertThat(page.text(FIRST)).startsWith("<script>");
    }

    @Test
    void aRowOpensByMouseAndByKeyboard() {
        page.click(FIRST);
        assertThat(page.text(".details"))
                .contains("close the socket in every path, best with try-with-resources")
                .contains("Who holds them: java -jar tlsleak.jar heap 4711")
                .contains(
                        "db-1:5432 (30)",
                        "min 100 ms, median 700 ms, max 1 min 2 s",
                        "order-7 (41)");
        assertThat(page.text(".stack .found"))
                .contains("com.acme.OrderClient.order(OrderClient.java:27)");
        assertThat(page.count(".stack li")).isEqualTo(5);
        assertThat(page.eval("document.activeElement.ariaExpanded").asText()).isEqualTo("true");
        page.press("Enter", "\r");
        assertThat(page.count(".details")).isZero();
        assertThat(page.eval("document.activeElement.ariaExpanded").asText()).isEqualTo("false");
    }

    @Test
    void aLinkToASiteOpensIt() throws InterruptedException {
        page.choose("#severity", "known");
        page.eval("document.querySelector('#open a').focus()");
        page.press("Enter", "\r");
        page.await("document.querySelector('.details .found')");
        assertThat(page.count(".site")).isEqualTo(5);
    }

    @Test
    void theFlameGraphZoomsAndHighlights() throws InterruptedException {
        page.eval("document.getElementById('flame').scrollIntoView()");
        frames(8);
        // labels appear at the end of the transition
        page.await("document.querySelector('#flame').innerText.includes('OrderClient.order(')");
        page.click("#flame-words");
        page.type("orderclient");
        page.await("document.querySelector('.flame-said').innerText.includes('1 frame found')");
        assertThat(page.text(".flame-said")).contains("; through them 47 of 50 (94.0 %) leaks");
        assertThat(page.count(".flame rect[fill='var(--flame-hit)']")).isEqualTo(1);
        page.eval("document.querySelector('.flame [tabindex=\"0\"]').focus()");
        page.press("ArrowDown", "");
        page.press("ArrowRight", "");
        page.press("Enter", "\r");
        frames(3);
        assertThat(page.text(".flame-said")).startsWith("evil.?[31mRed");
        page.press("Escape", "");
        frames(8);
    }

    private void frames(int number) throws InterruptedException {
        page.await("document.querySelectorAll('.flame g.frame').length === " + number);
    }

    @Test
    void lightAndDark() {
        String color = "getComputedStyle(document.body).backgroundColor";
        String light = page.eval(color).asText();
        page.scheme("dark");
        String dark = page.eval(color).asText();
        assertThat(dark).isEqualTo("rgb(17, 21, 26)").isNotEqualTo(light);
        page.click("#theme");
        assertThat(page.text("#theme")).isEqualTo("Theme: light");
        assertThat(page.eval(color).asText()).isEqualTo(light);
        page.scheme("light");
        page.click("#theme");
        assertThat(page.eval(color).asText()).isEqualTo(dark);
    }

    @Test
    void fitsAPhone() throws IOException, InterruptedException {
        page.size(360, 740).open(file);
        page.click(FIRST);
        page.eval("document.querySelectorAll('details').forEach(e => e.open = true)");
        page.eval("document.getElementById('flame').scrollIntoView()");
        page.await("document.querySelector('.flame g.frame')");
        assertThat(page.eval("document.documentElement.scrollWidth").asInt()).isEqualTo(360);
    }

    @Test
    void aReportOfNothing() throws IOException, InterruptedException {
        ObjectNode empty = Reports.document();
        empty.retain("format", "version", "totals", "title");
        page.open(Reports.write(empty, dir.resolve("empty.html")));
        assertThat(page.text("#failure")).isEmpty();
        assertThat(page.text("#sites")).contains("Nothing was found.");
        assertThat(page.count("#sections a")).isEqualTo(4);
    }

    /** The times are printed and not checked, because the machine may be busy. */
    @Test
    void tenThousandSites() throws IOException, InterruptedException {
        Path many = Reports.write(Reports.withSites(10_000), dir.resolve("many.html"));
        page.open(many);
        String shown = "document.getElementById('shown').textContent";
        assertThat(page.eval(shown).asText()).startsWith("10,000 of 10,000 sites");
        assertThat(page.count(".site")).isEqualTo(50);
        String loaded = page.eval("Math.round(performance.now())").asText();
        page.click("[data-step=next]");
        assertThat(page.text(".pages")).contains("Page 2 of 200");
        String times = searches(List.of("order", "order12.call", "mail9 db-1", "nothing", ""));
        page.eval("document.getElementById('flame').scrollIntoView()");
        page.await("document.querySelectorAll('.flame g.frame').length > 100");
        System.out.println(
                "HTML report of 10 000 sites, "
                        + Files.size(many) / 1_000_000
                        + " MB: loaded in "
                        + loaded
                        + " ms; searches and filters drawn in ms"
                        + times);
    }

    private String searches(List<String> words) {
        StringBuilder times = new StringBuilder();
        for (String word : words) {
            String took =
                    page.eval(
                                    "new Promise(done => { const box ="
                                            + " document.getElementById('words'); box.value = '"
                                            + word
                                            + "'; const start = performance.now();"
                                            + " document.getElementById('severity')"
                                            + ".dispatchEvent(new Event('change'));"
                                            + " requestAnimationFrame(() => setTimeout(() =>"
                                            + " done(Math.round(performance.now() - start)))); })")
                            .asText();
            times.append(", ").append(word).append(' ').append(took);
        }
        return times.toString();
    }
}
