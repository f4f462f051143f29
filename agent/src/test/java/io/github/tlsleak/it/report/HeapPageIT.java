package io.github.tlsleak.it.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.cli.report.format.html.HtmlPage;
import io.github.tlsleak.it.browser.BrowserTest;
import io.github.tlsleak.it.browser.Reports;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page of a heap dump in a real browser, used as a reader uses it. */
@OwnJdkOnly
class HeapPageIT extends BrowserTest {

    @Override
    protected String subject() {
        return "the page of heap";
    }

    @Override
    protected Path write(Path directory) throws IOException {
        return Reports.write(HtmlPage.HEAP, Reports.heap(), directory.resolve("heap.html"));
    }

    @Test
    void showsEveryPart() {
        assertThat(page.text("#failure")).isEmpty();
        assertThat(page.text("#subtitle"))
                .isEqualTo("of 2026-11-22 10:01:00 UTC, Java 17.0.9, 1.2 GB");
        assertThat(page.text("#totals")).contains("1,210", "12,345,678", "118 kB");
        assertThat(page.text("#kinds")).contains("SunJSSE", "open (1,210), closed (13)", "39.0 MB");
        assertThat(page.count("#holders > section")).isEqualTo(5);
        assertThat(page.text("#nothing")).contains("5 SSLEngine closed, 5 kB");
    }

    @Test
    void contextsHaveTheirCachesAndHolders() {
        assertThat(page.text("#contexts tbody tr:first-child"))
                .contains("SunJSSE", "20,000", "31.2 MB", "static com.acme.Server.context")
                .contains("server: 20,000 sessions; no limit; timeout 1 d")
                .contains("120 expired and still there; 40,000 tickets of TLS 1.3 below them")
                .contains("peers 10.0.0.7 (18,204), </script><img src=x onerror=alert(1)> (1,796)")
                .doesNotContain("client:", "and others");
        assertThat(page.text("#contexts tbody tr:nth-child(2)"))
                .contains("at most 3 in one of 1,000; limit not known; timeout not known")
                .contains("nothing in the dump");
        assertThat(page.text("#sections")).contains("Session caches");
        assertThat(page.count("#contexts img")).isZero();
    }

    @Test
    void pathsShareTheirBeginning() {
        assertThat(page.count("#held > .tree > li")).isEqualTo(2);
        assertThat(page.text("#held > .tree > li > details > summary"))
                .startsWith("1,204 · 38.2 MB")
                .contains("Pools.idle", "ConcurrentHashMap[*]")
                .doesNotContain("engine");
        assertThat(page.count("#held > .tree > li:first-child > details > .tree > li"))
                .isEqualTo(2);
        assertThat(page.count("#held > .tree > li:first-child summary .step.jdk")).isEqualTo(1);
        assertThat(page.text("#held .held"))
                .contains("800 SSLEngine open, 30.0 MB", "db-1:5432 (800)", "TLSv1.3");
    }

    @Test
    void loadersHaveTheirHolders() {
        assertThat(page.text("#held .held .loader:nth-of-type(1)"))
                .contains("2 loaders of 500 of them", "catalina.loader.ParallelWebappClassLoader")
                .contains("held by: thread \"timer-*\"", "TimerThread.contextClassLoader");
        assertThat(page.text("#held .held .loader:nth-of-type(2)"))
                .contains("Loader of 300 of them </script><img src=x onerror=alert(1)>Loader")
                .contains("held by nothing that the dump shows");
    }

    @Test
    void aSiteIsOpenedByKeyboard() throws InterruptedException {
        page.eval("document.querySelector('.held details summary').focus()");
        page.press("Enter", "\r");
        page.await("document.querySelector('.held details .stack')");
        assertThat(page.text(".held details"))
                .contains("d7aa5be7cb8e04fb", "open (799), STUCK (1)", "5 min 41 s the oldest");
        assertThat(page.text(".held .stack .found")).contains("com.acme.Pool.open(Pool.java:27)");
    }

    @Test
    void whatIsHostileIsText() throws InterruptedException {
        page.click("#held > .tree > li:nth-child(2) summary");
        page.await("document.querySelector('#held > .tree > li:nth-child(2) .held')");
        assertThat(page.text("#held > .tree > li:nth-child(2) .held"))
                .contains("</script><script>alert(1)</script><img src=x onerror=alert(1)>");
        assertThat(page.count("script")).isEqualTo(2);
        assertThat(page.count("img, #title b, #notes i")).isZero();
    }

    @Test
    void isDarkAsTheSystemAndNoWiderThanAPhone() {
        String colour = "getComputedStyle(document.body).backgroundColor";
        String light = page.eval(colour).asText();
        page.scheme("dark");
        assertThat(page.eval(colour).asText()).isNotEqualTo(light);
        page.size(400, 800);
        assertThat(page.eval("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(400);
    }
}
