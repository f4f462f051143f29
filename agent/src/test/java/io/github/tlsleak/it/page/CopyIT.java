package io.github.tlsleak.it.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.cli.report.format.Written;
import io.github.tlsleak.common.rules.Baseline;
import io.github.tlsleak.common.rules.Suppressions;
import io.github.tlsleak.it.browser.BrowserTest;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a reader copies from a site is what the agent and the command line read. */
@CiOnly
@OwnJdkOnly
class CopyIT extends BrowserTest {

    @Override
    protected String subject() {
        return "copying from the report";
    }

    @Override
    protected Path write(Path directory) throws IOException {
        return ShopFleet.write(directory);
    }

    private void openOrder() {
        page.click("[data-site=" + ShopFleet.ORDER + "] .expand");
    }

    /** What a button copies; the clipboard is one of the test. */
    private String copied(String name) throws InterruptedException {
        page.eval(
                "navigator.clipboard.writeText = text => { window.copied = text;"
                        + " return Promise.resolve(); }; window.copied = undefined");
        page.click("[data-copy='" + name + "']");
        page.await("window.copied !== undefined");
        page.await("document.querySelector('.copied').innerText.startsWith('Copied: ')");
        return page.eval("window.copied").asText();
    }

    @Test
    void theSuppressionRuleSuppressesTheSite() throws IOException, InterruptedException {
        openOrder();
        Path file = Files.writeString(dir.resolve("rules"), copied("Suppression rule"));
        List<String> warnings = new ArrayList<>();
        Suppressions rules = Suppressions.read(file, warnings);
        assertThat(warnings).isEmpty();
        assertThat(rules.unused()).containsExactly(ShopFleet.ORDER);
        assertThat(rules.match("LOST", "application", List.of("x.Y.z(Y.java:1)"), ShopFleet.ORDER))
                .isEqualTo(ShopFleet.ORDER);
        assertThat(rules.match("LOST", "application", List.of("x.Y.z(Y.java:1)"), ShopFleet.FEED))
                .isNull();
    }

    @Test
    void theBaselineLineIsThatOfTheBaseline() throws IOException, InterruptedException {
        openOrder();
        String entry = copied("Baseline line");
        assertThat(entry).endsWith('\n' + ShopFleet.ORDER + '\n');
        assertThat(
                        Written.as(
                                new io.github.tlsleak.cli.report.format.BaselineFormat(),
                                Written.read(ShopFleet.lines())))
                .contains("\n\n" + entry);
        Path file = Files.writeString(dir.resolve("one-line"), entry);
        List<String> warnings = new ArrayList<>();
        Baseline read = Baseline.load(file, warnings);
        assertThat(warnings).isEmpty();
        assertThat(read.accepts(ShopFleet.ORDER)).isTrue();
        assertThat(read.size()).isEqualTo(1);
    }

    @Test
    void stackFingerprintAndLink() throws InterruptedException {
        openOrder();
        assertThat(copied("Stack"))
                .isEqualTo(
                        "javax.net.ssl.SSLSocket.<init>(SSLSocket.java:203)\n"
                                + "com.acme.OrderClient.order(OrderClient.java:27)\n"
                                + "com.acme.Main.main(Main.java:1)\n");
        assertThat(copied("Fingerprint")).isEqualTo(ShopFleet.ORDER);
        assertThat(copied("Link")).isEqualTo(file.toUri() + "#site=" + ShopFleet.ORDER);
    }

    /** A page from a file: the browser's own clipboard, whichever way it lets the page. */
    @Test
    void aRealClipboardTakesIt() throws InterruptedException {
        openOrder();
        page.click("[data-copy=Fingerprint]");
        page.await("document.querySelector('.copied').innerText === 'Copied: fingerprint.'");
        assertThat(page.eval("document.activeElement.dataset.copy").asText())
                .isEqualTo("Fingerprint");
    }

    @Test
    void withoutAClipboardTheTextIsShownToBeCopiedByHand() throws InterruptedException {
        page.eval("Object.defineProperty(navigator, 'clipboard', {value: undefined})");
        page.eval("document.execCommand = () => false");
        openOrder();
        page.click("[data-copy=Fingerprint]");
        page.await("document.querySelector('.copied textarea')");
        assertThat(page.text(".copied")).contains("press Ctrl+C");
        assertThat(page.eval("getSelection().toString()").asText()).isEqualTo(ShopFleet.ORDER);
    }
}
