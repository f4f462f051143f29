package io.github.tlsleak.it.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.it.browser.BrowserTest;
import io.github.tlsleak.it.browser.Reports;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The flame graph both ways and in all its colours, by mouse and keyboard. */
@CiOnly
@OwnJdkOnly
class FlameGraphIT extends BrowserTest {

    /** Name and value of the frames at the top. */
    private static final String TOP =
            "frames().filter(e => e.depth === 1)"
                    + ".map(e => e.data.name + ' ' + e.data.value).join()";

    /** The least contrast of the labels to a colour of the legend. */
    private static final String CONTRAST =
            """
            (() => {
              const light = (css) => css.match(/[\\d.]+/g).slice(0, 3).map((each) => each / 255)
                .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
                .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
              const text = light(getComputedStyle(document.querySelector('.d3-flame-graph-label')).color);
              return Math.min(...[...document.querySelectorAll('#flame .swatch')].map((each) => {
                const [less, more] = [text, light(getComputedStyle(each).backgroundColor)]
                  .sort((a, b) => a - b);
                return (more + 0.05) / (less + 0.05);
              }));
            })()
            """;

    @Override
    protected String subject() {
        return "the flame graph";
    }

    @Override
    protected Path write(Path directory) throws IOException {
        return Reports.write(FullDocument.make(), directory.resolve("report.html"));
    }

    private void draw() throws InterruptedException {
        page.eval(
                "window.frames = () => [...document.querySelectorAll('.flame g.frame')].map(e => d3.select(e).datum())");
        page.eval("document.getElementById('flame').scrollIntoView()");
        page.await("document.querySelector('.flame g.frame')");
    }

    @Test
    void readsBothWays() throws InterruptedException {
        draw();
        assertThat(page.eval(TOP).asText())
                .isEqualTo(
                        "com.acme.Shop.main(Shop.java:9) 47,evil.?[31mRed??.名前😀(Unknown Source) 3");
        page.choose("#flame-direction", "makers");
        assertThat(page.eval(TOP).asText())
                .isEqualTo(
                        "sun.security.ssl.SSLSocketImpl.<init>(SSLSocketImpl.java:203) 47,"
                                + "<script>alert('x')</script>.m(\"quotes\" & 'more'.java:1) 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void coloursHaveWordsAndContrast(String scheme) throws InterruptedException {
        page.scheme(scheme);
        draw();
        assertThat(page.text("#flame .legend"))
                .isEqualTo("responsible frame\napplication and libraries\nJDK\nhighlighted");
        assertThat(page.eval(CONTRAST).asDouble()).isGreaterThan(4.5);
        page.choose("#flame-colour", "owner");
        assertThat(page.text("#flame .legend")).startsWith("application\nlibrary\njdk\nunknown");
        assertThat(labels())
                .contains("47 of 50 (94.0 %) leaks, application", "3 of 50 (6.0 %) leaks, unknown");
        assertThat(page.eval(CONTRAST).asDouble()).isGreaterThan(4.5);
        page.choose("#flame-colour", "verdict");
        assertThat(page.text("#flame .legend")).startsWith("LOST\nRESCUED\nFUTURE_<VERDICT>\n");
        assertThat(labels()).contains("leaks, mostly LOST", "leaks, FUTURE_<VERDICT>");
        assertThat(page.eval(CONTRAST).asDouble()).isGreaterThan(4.5);
    }

    /** All frames in words, as a pointer or a screen reader meets them. */
    private String labels() {
        return page.eval(
                        "[...document.querySelectorAll('.flame g.frame title')]"
                                + ".map(e => e.textContent).join('\\n')")
                .asText();
    }

    @Test
    void aKeyZooms() throws InterruptedException {
        draw();
        page.eval("document.querySelector('.flame [tabindex=\"0\"]').focus()");
        page.press("ArrowDown", "");
        assertThat(page.eval("document.getElementById('flame-narrow').disabled").asBoolean())
                .isTrue();
        page.press("Enter", "\r");
        assertThat(page.eval("document.getElementById('flame-narrow').disabled").asBoolean())
                .isFalse();
        assertThat(page.text(".flame-said"))
                .startsWith("com.acme.Shop.main(Shop.java:9): 47 of 50");
        page.press("Escape", "");
        assertThat(page.eval("document.getElementById('flame-narrow').disabled").asBoolean())
                .isTrue();
    }
}
