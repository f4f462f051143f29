package io.github.tlsleak.it.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.it.browser.BrowserTest;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The address holds what is chosen and which site is open. */
@CiOnly
@OwnJdkOnly
class LinkIT extends BrowserTest {

    @Override
    protected String subject() {
        return "links into the report";
    }

    @Override
    protected Path write(Path directory) throws IOException {
        return ShopFleet.write(directory);
    }

    private String hash() {
        return page.eval("location.hash").asText();
    }

    private void go(String hash) throws InterruptedException {
        page.eval(
                "(() => { window.came = false; addEventListener('hashchange', () => { window.came = true; },"
                        + " {once: true}); location.hash = `"
                        + hash
                        + "`; })()");
        page.await("window.came");
    }

    private void reload() throws InterruptedException {
        page.eval("window.old = true");
        page.eval("location.reload()");
        page.await("!window.old && document.readyState === 'complete'");
    }

    @Test
    void whatIsChosenIsInTheAddressAndReadBack() throws InterruptedException {
        page.choose("#label", "service=shop");
        page.choose("#severity", "leak");
        page.click(".site .expand");
        assertThat(hash()).isEqualTo("#label=service%3Dshop&severity=leak&site=" + ShopFleet.ORDER);
        reload();
        assertThat(page.text("#shown")).isEqualTo("1 of 3 sites, 10 findings");
        assertThat(page.count(".details")).isEqualTo(1);
        assertThat(page.eval("document.getElementById('label').value").asText())
                .isEqualTo("service=shop");
    }

    @Test
    void backTakesAChoiceBack() throws InterruptedException {
        page.choose("#host", "web-2");
        page.choose("#verdict", "RESCUED");
        assertThat(page.text("#shown")).isEqualTo("1 of 3 sites, 1 finding");
        page.eval("history.back()");
        page.await("document.getElementById('verdict').value === ''");
        assertThat(page.text("#shown")).isEqualTo("1 of 3 sites, 4 findings");
        page.eval("history.back()");
        page.await("document.getElementById('host').value === ''");
        assertThat(page.text("#shown")).isEqualTo("3 of 3 sites, 26 findings");
    }

    @Test
    void aSiteHasALinkToItself() throws InterruptedException {
        page.choose("#host", "db-1");
        page.click("[data-site=" + ShopFleet.FEED + "] .expand");
        String link = page.eval("document.querySelector('.details .facts a').hash").asText();
        assertThat(link).isEqualTo("#site=" + ShopFleet.FEED);
        page.click("#clear");
        go(link);
        assertThat(page.count(".site")).isEqualTo(3);
        assertThat(page.eval("document.activeElement.closest('tr').dataset.site").asText())
                .isEqualTo(ShopFleet.FEED);
        page.press("Escape", "");
        assertThat(page.count(".details")).isZero();
        assertThat(hash()).isEmpty();
    }

    /** A link to a section is no choice, and takes none back. */
    @Test
    void aSectionIsNoChoice() throws InterruptedException {
        page.choose("#host", "db-1");
        go("#runs");
        assertThat(page.text("#shown")).isEqualTo("2 of 3 sites, 14 findings");
        assertThat(page.eval("document.getElementById('link-problem').hidden").asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#site=0000000000000000               | no site \"0000000000000000\" in this report",
                "#host=<img src=x onerror=alert(1)>   | no host \"<img src=x onerror=alert(1)>\" in this report",
                "#host=%E0%A4%A                       | \"host=%E0%A4%A\" is cut",
                "#severity=constructor                | no severity \"constructor\" in this report",
                "#__proto__=1&x=2                     | \"__proto__\" is nothing that can be chosen here; \"x\" is",
                "#from=tomorrow&to=1e99               | from is no time: \"tomorrow\"; to is no time: \"1e99\"",
                "#from=9999999-11-22T10:00:00Z        | from is no time",
                "#verdict=LOST%00                     | no verdict \"LOST",
            })
    void aHostileOrStaleLinkIsOneClearLine(String hash, String line) throws InterruptedException {
        go(hash);
        assertThat(page.text("#link-problem"))
                .startsWith("This link was not understood in full: ")
                .contains(line)
                .doesNotContain("\n");
        assertThat(page.text("#shown")).isEqualTo("3 of 3 sites, 26 findings");
        assertThat(page.count("#main img")).isZero();
        page.choose("#host", "web-1");
        assertThat(page.eval("document.getElementById('link-problem').hidden").asBoolean())
                .isTrue();
    }

    @Test
    void aVeryLongSearchIsLeftOut() throws InterruptedException {
        go("#q=" + "x".repeat(100_000) + "&host=web-1");
        assertThat(page.text("#link-problem").length()).isLessThan(200);
        assertThat(page.text("#shown")).isEqualTo("2 of 3 sites, 8 findings");
    }
}
