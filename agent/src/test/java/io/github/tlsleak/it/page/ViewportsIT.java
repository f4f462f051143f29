package io.github.tlsleak.it.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tlsleak.it.browser.BrowserTest;
import io.github.tlsleak.it.browser.Reports;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The report on a wide screen, a tablet, a phone and on paper: nothing is cut, broken or covered.
 */
@CiOnly
@OwnJdkOnly
class ViewportsIT extends BrowserTest {

    private static final long BIG = 12_345_678;

    /** Elements beyond the right edge that are not within something that scrolls by itself. */
    private static final String BEYOND =
            """
            [...document.querySelectorAll('body *')].filter((e) => {
              const box = e.getBoundingClientRect();
              const own = e.closest('.scroll, .flame, .stack, .hidden, .skip, svg, pre');
              return box.width && box.right > document.documentElement.clientWidth + 1 && !own;
            }).map((e) => e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 40))
            """;

    /** Numbers that stand on more than one line. */
    private static final String BROKEN =
            """
            (() => {
              const broken = [];
              const walk = document.createTreeWalker(document.getElementById('main'), NodeFilter.SHOW_TEXT);
              for (let node = walk.nextNode(); node; node = walk.nextNode()) {
                if (!node.parentElement.closest('.stack, .hidden, svg, option, code, .frame-text')) {
                  for (const found of node.data.matchAll(/\\d[\\d,.]*\\d/g)) {
                    const range = document.createRange();
                    range.setStart(node, found.index);
                    range.setEnd(node, found.index + found[0].length);
                    const lines = new Set([...range.getClientRects()].map((r) => Math.round(r.top)));
                    if (lines.size > 1) {
                      broken.push(found[0] + ' in ' + node.data.slice(0, 60));
                    }
                  }
                }
              }
              return broken;
            })()
            """;

    /** Buttons, fields and links that cover each other. */
    private static final String COVERED =
            """
            (() => {
              const all = [...document.querySelectorAll('main button, main input, main select, main a, nav a, #theme')]
                .filter((e) => e.getClientRects().length && !e.closest('.scroll, .stack'))
                .map((e) => [e, e.getBoundingClientRect()]);
              const covered = [];
              all.forEach(([one, a], i) => all.slice(i + 1).forEach(([other, b]) => {
                const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
                const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
                if (wide > 2 && high > 2 && !one.contains(other) && !other.contains(one)) {
                  covered.push(one.outerHTML.slice(0, 80) + ' and ' + other.outerHTML.slice(0, 80));
                }
              }));
              return covered;
            })()
            """;

    @Override
    protected String subject() {
        return "the report on screens and paper";
    }

    /** With numbers of eight digits and names without a place to break. */
    @Override
    protected Path write(Path directory) throws IOException {
        ObjectNode document = FullDocument.make();
        ((ObjectNode) document.get("totals")).put("leak", BIG).put("open", BIG);
        ObjectNode site = (ObjectNode) document.get("sites").get(0);
        site.put("count", BIG)
                .put("leak", BIG)
                .put("frame", "com.acme." + "Long".repeat(60) + ".m(X.java:1)");
        ((ObjectNode) site.get("verdicts").get(0)).put("count", BIG);
        ((ObjectNode) site.get("peers").get(0)).put("name", "host-" + "x".repeat(300));
        FullDocument.fill(site);
        return Reports.write(document, directory.resolve("report.html"));
    }

    private void openAll() throws InterruptedException {
        page.eval(
                "document.querySelectorAll('.site .expand').forEach(e => e.ariaExpanded === 'true' || e.click())");
        page.eval("document.getElementById('flame').scrollIntoView()");
        page.await("document.querySelector('.flame g.frame')");
        page.eval("document.querySelectorAll('details').forEach(e => e.open = true)");
        page.eval("new Promise(done => setTimeout(done, 100))");
        page.eval("scrollTo(0, 0)");
    }

    private void isWhole(int width) {
        assertThat(page.eval("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(width);
        assertThat(page.eval(BEYOND)).as("beyond the edge").isEmpty();
        assertThat(page.eval(BROKEN)).as("broken numbers").isEmpty();
        assertThat(page.eval(COVERED)).as("covered").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1400, light", "1400, dark", "768, light", "768, dark", "390, light", "390, dark"})
    void onAScreen(int width, String scheme) throws IOException, InterruptedException {
        page.size(width, 900).scheme(scheme).open(file);
        isWhole(width);
        openAll();
        isWhole(width);
        for (String kind : List.of("pool", "host", "machine")) {
            page.choose("#shares-kind", kind);
            isWhole(width);
        }
    }

    @Test
    void theChecksSee() {
        page.eval(
                """
                (() => {
                  const add = (tag, text, css) => {
                    const e = document.createElement(tag);
                    e.textContent = text;
                    e.style.cssText = css;
                    document.getElementById('main').append(e);
                  };
                  add('div', 'wide', 'width: 3000px; height: 1px');
                  add('p', '12,345,678', 'width: 2.5em; overflow-wrap: anywhere; white-space: normal');
                  add('button', 'one', '');
                  add('button', 'other', 'margin-left: -20px');
                })()
                """);
        assertThat(page.eval(BEYOND).toString()).contains("DIV. wide");
        assertThat(page.eval(BROKEN).toString()).contains("12,345,678 in 12,345,678");
        assertThat(page.eval(COVERED).toString()).contains("other");
    }

    @Test
    void onPaper() throws IOException, InterruptedException {
        page.size(720, 1000).open(file);
        page.paper(true);
        isWhole(720);
        page.paper(false);
    }

    /**
     * Every control can be reached by Tab alone, in the order of the page, and is seen when
     * reached.
     */
    @ParameterizedTest
    @CsvSource({"1400", "390"})
    void byKeyboardAlone(int width) throws IOException, InterruptedException {
        page.size(width, 900).open(file);
        page.press("Tab", "");
        assertThat(page.eval("document.activeElement.className").asText()).isEqualTo("skip");
        Set<String> seen = new LinkedHashSet<>();
        List<String> hidden = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            page.press("Tab", "");
            if (page.eval(
                            "document.activeElement === document.body || document.activeElement.className === 'skip'")
                    .asBoolean()) {
                break;
            }
            seen.add(
                    page.eval(
                                    "document.activeElement.id || document.activeElement.outerHTML.slice(0, 120)")
                            .asText());
            if (page.eval(
                            "(() => { const e = document.activeElement; const r = e.getBoundingClientRect();"
                                    + " const s = getComputedStyle(e); return r.bottom <= 0 || r.top >= innerHeight || r.width === 0"
                                    + " || (s.outlineStyle === 'none' && !e.matches('g')); })()")
                    .asBoolean()) {
                hidden.add(page.eval("document.activeElement.outerHTML.slice(0, 120)").asText());
            }
        }
        assertThat(hidden).as("reached unseen or without a mark").isEmpty();
        assertThat(seen)
                .hasSizeGreaterThan(30)
                .contains(
                        "theme", "words", "severity", "shares-kind", "flame-words", "flame-colour")
                .anyMatch(each -> each.contains("expand"))
                .anyMatch(each -> each.contains("class=\"bars\""))
                .anyMatch(each -> each.contains("class=\"frame\""));
    }
}
