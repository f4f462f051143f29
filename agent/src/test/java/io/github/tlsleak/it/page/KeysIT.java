package io.github.tlsleak.it.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.it.browser.BrowserTest;
import io.github.tlsleak.it.browser.Reports;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The report without a mouse. */
@CiOnly
@OwnJdkOnly
class KeysIT extends BrowserTest {

    @Override
    protected String subject() {
        return "the report by keyboard";
    }

    @Override
    protected Path write(Path directory) throws IOException {
        return ShopFleet.write(directory);
    }

    private String site() {
        return page.eval("document.activeElement.closest('tr')?.dataset.site").asText();
    }

    private String focus() {
        return page.eval("document.activeElement.id").asText();
    }

    @Test
    void aSlashSearchesAndEnterGoesToTheFirstSite() throws InterruptedException {
        page.press("/", "/");
        assertThat(focus()).isEqualTo("words");
        assertThat(page.eval("document.getElementById('words').value").asText()).isEmpty();
        page.press("b", "b");
        page.press("/", "/");
        page.press("?", "?");
        assertThat(page.eval("document.getElementById('words').value").asText()).isEqualTo("b/?");
        assertThat(page.count("dialog[open]")).isZero();
        page.eval("document.getElementById('words').value = ''");
        page.type("batch");
        page.press("Enter", "\r");
        assertThat(site()).isEqualTo(ShopFleet.CACHE);
        assertThat(page.text("#shown")).isEqualTo("2 of 3 sites, 14 findings");
    }

    @Test
    void arrowsMoveEnterOpensEscapeCloses() {
        page.eval("document.querySelector('.skip').focus()");
        page.press("Enter", "\r");
        assertThat(focus()).isEqualTo("sites");
        page.press("ArrowDown", "");
        assertThat(site()).isEqualTo(ShopFleet.ORDER);
        page.press("ArrowDown", "");
        page.press("Enter", "\r");
        assertThat(page.count(".details")).isEqualTo(1);
        page.press("ArrowDown", "");
        assertThat(site()).isEqualTo(ShopFleet.FEED);
        page.press("ArrowDown", "");
        assertThat(site()).isEqualTo(ShopFleet.FEED);
        page.press("Home", "");
        assertThat(site()).isEqualTo(ShopFleet.ORDER);
        page.press("End", "");
        assertThat(site()).isEqualTo(ShopFleet.FEED);
        page.press("ArrowUp", "");
        assertThat(site()).isEqualTo(ShopFleet.CACHE);
        page.eval("document.querySelector('.details [data-copy]').focus()");
        page.press("Escape", "");
        assertThat(page.count(".details")).isZero();
        assertThat(site()).isEqualTo(ShopFleet.CACHE);
    }

    /** Arrows scroll where no site has the focus, and keys with modifiers are the browser's. */
    @Test
    void noKeyIsTakenFromOthers() {
        page.eval(
                "window.taken = []; addEventListener('keydown', e => taken.push(e.key + e.defaultPrevented))");
        page.press("ArrowDown", "");
        page.press("Escape", "");
        page.eval(
                "['/', '?', 'Home'].forEach(key => document.querySelector('.expand').dispatchEvent("
                        + "new KeyboardEvent('keydown', {key, ctrlKey: true, bubbles: true, cancelable: true})))");
        page.eval("document.getElementById('host').focus()");
        page.press("/", "/");
        page.press("End", "");
        assertThat(page.eval("taken.join(' ')").asText())
                .isEqualTo("ArrowDownfalse Escapefalse /false ?false Homefalse /false Endfalse");
    }

    @Test
    void aQuestionMarkListsTheKeys() {
        page.press("?", "?");
        assertThat(page.text("dialog")).contains("Keys", "search", "next and previous site");
        page.press("Enter", "\r");
        assertThat(page.count("dialog[open]")).isZero();
    }

    @Test
    void arrowsTurnThePages() throws IOException, InterruptedException {
        page.open(Reports.write(Reports.withSites(120), dir.resolve("many.html")));
        page.eval("document.querySelectorAll('.expand')[49].focus()");
        page.press("ArrowDown", "");
        assertThat(page.text(".pages")).contains("Page 2 of 3");
        page.press("ArrowUp", "");
        assertThat(page.text(".pages")).contains("Page 1 of 3");
        page.press("End", "");
        assertThat(page.text(".pages")).contains("Page 3 of 3");
        assertThat(page.count(".site")).isEqualTo(20);
    }

    @Test
    void everyActionIsReachedByTabAlone() {
        page.press("/", "/");
        page.eval("window.met = new Set()");
        for (int i = 0; i < 40; i++) {
            page.press("Tab", "");
            page.eval("met.add(document.activeElement.id || document.activeElement.className)");
        }
        assertThat(page.eval("[...met].join(' ')").asText())
                .contains("severity", "host", "label", "fresh", "clear", "keys", "expand");
    }
}
