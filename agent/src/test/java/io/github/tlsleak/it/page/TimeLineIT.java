package io.github.tlsleak.it.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.it.browser.BrowserTest;
import io.github.tlsleak.it.browser.Reports;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A time is chosen on the time line, by pointer and by keys; its bars follow the filters. */
@CiOnly
@OwnJdkOnly
class TimeLineIT extends BrowserTest {

    private static final String CHOSEN =
            "[...document.querySelectorAll('#time svg g')]"
                    + ".map(e => e.ariaSelected === 'true' ? 'X' : '.').join('')";

    @Override
    protected String subject() {
        return "the time line";
    }

    @Override
    protected Path write(Path directory) throws IOException {
        return Reports.write(FullDocument.make(), directory.resolve("report.html"));
    }

    private String chosen() {
        return page.eval(CHOSEN).asText();
    }

    @Test
    void aClickChoosesABarAndAnotherAllTimes() {
        page.click("#bar-1");
        assertThat(chosen()).isEqualTo(".X....");
        assertThat(page.text("#time-chosen"))
                .isEqualTo("2026-11-22 10:20:00 to 2026-11-22 10:40:00 UTC chosen.");
        assertThat(page.eval("location.hash").asText()).contains("from=", "to=");
        page.click("#bar-1");
        assertThat(chosen()).isEqualTo("......");
        assertThat(page.eval("location.hash").asText()).doesNotContain("from=");
    }

    @Test
    void aDragChoosesSeveral() {
        page.drag("#bar-4", "#bar-2");
        assertThat(chosen()).isEqualTo("..XXX.");
        page.click("#time-all");
        assertThat(chosen()).isEqualTo("......");
        assertThat(page.text("#time-chosen")).startsWith("Drag over the bars");
    }

    @Test
    void keysChoose() {
        page.eval("document.querySelector('#time svg').focus()");
        page.press("End", "");
        page.press("ArrowLeft", "");
        page.press("Enter", "\r");
        assertThat(chosen()).isEqualTo("....X.");
        page.press("Escape", "");
        assertThat(chosen()).isEqualTo("......");
        page.shift("ArrowLeft");
        page.shift("ArrowLeft");
        assertThat(chosen()).isEqualTo("..XXX.");
        assertThat(
                        page.eval(
                                        "document.querySelector('#time svg').getAttribute('aria-activedescendant')")
                                .asText())
                .isEqualTo("bar-2");
    }

    @Test
    void barsFollowTheFilters() {
        String all = page.text("#time figcaption");
        assertThat(page.count("#time rect.defect")).isPositive();
        page.choose("#severity", "leak");
        assertThat(page.count("#time rect.defect")).isZero();
        assertThat(page.count("#time rect.leak")).isPositive();
        page.choose("#severity", "");
        assertThat(page.text("#time figcaption")).isEqualTo(all);
        assertThat(page.count("#time rect.defect")).isPositive();
    }
}
