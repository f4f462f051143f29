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
import org.junit.jupiter.params.provider.CsvSource;

/** Every part of the page shows what the filters take, and filters itself. */
@CiOnly
@OwnJdkOnly
class ViewsIT extends BrowserTest {

    @Override
    protected String subject() {
        return "the parts of the HTML report";
    }

    @Override
    protected Path write(Path directory) throws IOException {
        return Reports.write(FullDocument.make(), directory.resolve("report.html"));
    }

    private String rows(String section) {
        return page.eval(
                        "[...document.querySelectorAll('"
                                + section
                                + " tbody tr')].map(e => [...e.children].slice(0, 4)"
                                + ".map(c => c.innerText.trim().replace(/\\s+/g, ' ')).join(' | ')).join('\\n')")
                .asText();
    }

    @Test
    void sharesOfResponsibleFrames() {
        assertThat(rows("#shares"))
                .startsWith("com.acme.OrderClient.order(OrderClient.java:27) | 62 | 75.6 % | 1")
                .contains(
                        "<script>alert('x')</script>.m(\"quotes\" & 'more'.java:1) | 3 | 3.7 % | 1");
        page.choose("#severity", "leak");
        assertThat(rows("#shares"))
                .startsWith("com.acme.OrderClient.order(OrderClient.java:27) | 47 | 85.5 % | 1");
    }

    @Test
    void sharesOfThreadPools() {
        page.choose("#shares-kind", "pool");
        assertThat(rows("#shares"))
                .startsWith("order-* | 50 | 61.0 % | 1\nnioEventLoopGroup-2-* | 8 | 9.8 % | 1\n")
                .endsWith("(not known) | 12 | 14.6 % | 1");
        page.click("#shares tbody tr:nth-child(2) button");
        assertThat(page.eval("Boolean(location.hash.includes('nioEventLoopGroup'))").asBoolean())
                .isTrue();
        assertThat(rows("#shares")).isEqualTo("nioEventLoopGroup-2-* | 8 | 100.0 % | 1");
        assertThat(page.text("#shares")).contains("all findings count here");
    }

    @Test
    void sharesOfHostsHaveTheirPorts() {
        page.choose("#shares-kind", "host");
        assertThat(rows("#shares"))
                .startsWith("db-1 port 5432 | 30 |")
                .contains("10.0.0.7 | 8 |", "<img src=x onerror=alert(1)> port 443 | 3 |");
        assertThat(page.count("#shares img")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"program, com.acme.Shop | 79 |", "machine, web-1 |"})
    void sharesOfJvms(String kind, String first) {
        page.choose("#shares-kind", kind);
        assertThat(rows("#shares")).startsWith(first);
        page.click("#shares tbody tr button");
        assertThat(page.count("#shares tbody tr")).isEqualTo(1);
        assertThat(page.count("#runs tbody tr")).isLessThan(3);
        assertThat(page.text("#runs")).contains("that the filters take");
    }

    @Test
    void openSessionsByStateAndAge() {
        assertThat(page.text("#open caption")).isEqualTo("By state and age");
        assertThat(rows("#open"))
                .startsWith(
                        "established, idle | 1 | 2 | 0\n"
                                + "the peer has closed, open when the JVM ended | 0 | 0 | 1\n");
        page.choose("#host", "web-1");
        assertThat(page.text("#open-chosen")).isEqualTo("The filters take 3 of 5 sessions.");
        assertThat(rows("#open")).startsWith("established, idle | 1 | 2 | 0\ncom.acme.Order");
        page.choose("#severity", "leak");
        assertThat(page.text("#open-chosen")).contains("they leave out no open session");
    }

    @Test
    void groupsFollow() {
        assertThat(page.count("#by .item")).isEqualTo(2);
        page.click("#by .item button");
        assertThat(page.eval("location.hash").asText()).contains("label=service");
        assertThat(page.count("#by .item")).isEqualTo(1);
        assertThat(page.text("#by .item")).contains("The filters take", "findings of it");
    }

    @Test
    void contextsFollow() {
        int all = page.count("#groups .item");
        assertThat(all).isPositive();
        page.choose("#owner", "library");
        assertThat(page.count("#groups .item")).isZero();
        assertThat(page.text("#groups")).contains("The filters take none of");
        page.choose("#owner", "");
        assertThat(page.count("#groups .item")).isEqualTo(all);
    }

    @Test
    void theFlameGraphFollows() throws InterruptedException {
        page.eval("document.getElementById('flame').scrollIntoView()");
        page.await("document.querySelectorAll('.flame g.frame').length === 8");
        page.choose("#owner", "unknown");
        page.await("document.querySelectorAll('.flame g.frame').length === 3");
        page.choose("#flame-severity", "notice");
        assertThat(page.text(".flame")).startsWith("No notice to draw");
        page.choose("#owner", "application");
        page.await("document.querySelectorAll('.flame g.frame').length > 1");
    }
}
