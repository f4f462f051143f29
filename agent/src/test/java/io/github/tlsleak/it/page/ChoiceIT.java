package io.github.tlsleak.it.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.it.browser.BrowserTest;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reader chooses findings of a real report; numbers are those of the lines that fit. */
@OwnJdkOnly
class ChoiceIT extends BrowserTest {

    @Override
    protected String subject() {
        return "choosing findings";
    }

    @Override
    protected Path write(Path directory) throws IOException {
        return ShopFleet.write(directory);
    }

    private String shown() {
        return page.text("#shown");
    }

    /** The first number of the cells of findings, in the order of the rows. */
    private List<String> counts() {
        String cells = "[...document.querySelectorAll('.site [data-label=Findings]')]";
        return List.of(page.eval(cells + ".map(e => e.innerText).join(';')").asText().split(";"));
    }

    @Test
    void atFirstEverythingIsShown() {
        assertThat(shown()).isEqualTo("3 of 3 sites, 26 findings");
        assertThat(counts()).containsExactly("10", "2", "14");
        assertThat(page.count("#chips li")).isZero();
        assertThat(page.text("#shown-notes")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "host,     web-1,          2, 8,  6 of 10;2 of 14",
        "program,  com.acme.Batch, 2, 14, 2;12 of 14",
        "label,    pod=p2,         1, 4,  4 of 10",
        "label,    service=shop,   2, 12, 10;2 of 14",
        "severity, leak,           2, 11, 10;1 of 2",
        "severity, notice,         1, 1,  1 of 2",
        "verdict,  LOST,           2, 10, 9 of 10;1 of 2",
        "owner,    library,        1, 2,  2",
    })
    void oneChoice(String field, String value, int sites, int findings, String numbers) {
        page.choose("#" + field, value);
        assertThat(shown())
                .isEqualTo(
                        sites
                                + " of 3 sites, "
                                + findings
                                + " finding"
                                + (findings == 1 ? "" : "s"));
        assertThat(counts()).containsExactly(numbers.split(";"));
        assertThat(page.text("#chips")).isEqualTo(field + ": " + value + " ×");
        page.click("#chips button");
        assertThat(shown()).isEqualTo("3 of 3 sites, 26 findings");
    }

    @Test
    void choicesTogether() {
        page.choose("#host", "web-1");
        page.choose("#verdict", "LOST");
        assertThat(counts()).containsExactly("6 of 10");
        page.choose("#severity", "defect");
        assertThat(shown()).isEqualTo("0 of 3 sites, 0 findings");
        assertThat(page.text("#loosen"))
                .contains("without verdict: LOST (1 site)", "without severity: defect (1 site)")
                .doesNotContain("without host");
        page.click("[data-loosen=severity]");
        assertThat(counts()).containsExactly("6 of 10");
        assertThat(page.text("#loosen")).isEmpty();
        page.click("#clear");
        assertThat(counts()).hasSize(3);
    }

    @Test
    void onlyNewSites() {
        page.click("#fresh");
        assertThat(shown()).isEqualTo("2 of 3 sites, 24 findings");
        assertThat(page.text("#chips")).isEqualTo("new only ×");
    }

    @ParameterizedTest
    @CsvSource({
        "web-2,           1 of 3 sites, 4 findings",
        "BATCH,           2 of 3 sites, 14 findings",
        "pod=p1 feed,     1 of 3 sites, 2 findings",
        "orders.internal, 1 of 3 sites, 10 findings",
        "nio-7 lost,      2 of 3 sites, 12 findings",
        "bbbb00,          1 of 3 sites, 14 findings",
        "netty web-1,     0 of 3 sites, 0 findings",
    })
    void theSearchLooksAtHostsProgramsLabelsPeersThreadsAndFrames(
            String words, String sites, String findings) throws InterruptedException {
        page.click("#words");
        page.type(words);
        page.await("document.querySelector('#chips li')");
        assertThat(shown()).isEqualTo(sites + ", " + findings);
    }

    /** Three findings at 10:00 and one at 12:00 on web-2; an end is not within. */
    @Test
    void timesAreChosenThroughTheAddress() throws InterruptedException {
        page.eval("location.hash = 'host=web-2&from=2026-11-22T10:00:00Z&to=2026-11-22T12:00:00Z'");
        page.await("document.querySelectorAll('#chips li').length === 3");
        assertThat(counts()).containsExactly("3 of 10");
        assertThat(page.text("#chips"))
                .contains("from: 2026-11-22 10:00:00", "until: 2026-11-22 12:00:00");
        page.click("[data-choice=to]");
        assertThat(counts()).containsExactly("4 of 10");
    }

    @Test
    void tilesFollowAndSayOfHowMuch() {
        page.choose("#host", "db-1");
        assertThat(page.text("#totals .card.leak")).startsWith("1\nleak").contains("of 11");
        assertThat(page.text("#totals .card.defect")).startsWith("5\ndefects").contains("of 7");
        page.click("#clear");
        assertThat(page.text("#totals .card.leak")).startsWith("11\nleaks").doesNotContain("of 11");
    }
}
