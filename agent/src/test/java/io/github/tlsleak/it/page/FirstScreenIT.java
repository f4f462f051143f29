package io.github.tlsleak.it.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.tlsleak.it.browser.Axe;
import io.github.tlsleak.it.browser.BrowserTest;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The report answers first: on the first screen, without its script, by keyboard, on paper. */
@CiOnly
@OwnJdkOnly
class FirstScreenIT extends BrowserTest {

    private static final String SENTENCE =
            "2 programs leak: 1,579 sessions at 87 sites; the worst is"
                    + " Client0.call(Client0.java:20) (1,234 LOST).";
    private static final String FIX =
            "close the socket in every path, best with try-with-resources";

    /** What Jenkins sends with files of a build: no script, and no style that stands in a page. */
    private static final String JENKINS =
            "sandbox allow-same-origin; default-src 'none'; img-src 'self'; style-src 'self';";

    @Override
    protected String subject() {
        return "the first screen";
    }

    @Override
    protected Path write(Path directory) throws IOException {
        return LeakyFleet.write(directory.resolve("fleet.html"));
    }

    private double bottom(String selector) {
        return page.eval(
                        "document.querySelector(`" + selector + "`).getBoundingClientRect().bottom")
                .asDouble();
    }

    private void isTheAnswer() {
        assertThat(page.text("#answer")).isEqualTo(SENTENCE);
        assertThat(page.count("#worst li")).isEqualTo(3);
        assertThat(page.text("#worst li"))
                .contains("Client0.call", "leak", "LOST", "1,234 findings", "steady since", FIX);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void answerFixesAndNumbersAreOnTheFirstScreen(boolean scripts) throws InterruptedException {
        page.size(1400, 900).scripts(scripts).open(file);
        isTheAnswer();
        assertThat(bottom("#worst li:nth-child(3) .fix")).isBetween(100.0, 450.0);
        assertThat(bottom("#numbers")).isBetween(200.0, 650.0);
        page.size(390, 800);
        assertThat(bottom("#worst li:nth-child(1) .fix")).isBetween(100.0, 600.0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothingIsWiderThanTheScreenAndNoNumberBreaks(boolean scripts) throws InterruptedException {
        page.scripts(scripts).open(file);
        page.eval("document.querySelectorAll('details').forEach(e => { e.open = true; })");
        for (int width : new int[] {1400, 768, 390}) {
            page.size(width, 900);
            assertThat(page.eval("document.documentElement.scrollWidth").asInt())
                    .isLessThanOrEqualTo(width);
            String broken =
                    "[...document.querySelectorAll('.n, .card b')]"
                            + ".filter(e => e.getClientRects().length > 1).length";
            assertThat(page.eval(broken).asInt()).as("at %d", width).isZero();
        }
        page.eval("document.querySelector('.card b').textContent = '1,234,567,890'");
        String out =
                "document.querySelector('.card b').scrollWidth"
                        + " - document.querySelector('.card b').clientWidth";
        assertThat(page.eval(out).asInt()).isZero();
    }

    @Test
    void withoutTheScriptEachOfTheFirstHundredSitesIsThere() throws InterruptedException {
        page.scripts(false).open(file);
        isTheAnswer();
        assertThat(page.count(".static-site .fix")).isEqualTo(100);
        assertThat(page.text("#static-sites")).contains("30 more sites");
        assertThat(page.eval("document.getElementById('runs').checkVisibility()").asBoolean())
                .isFalse();
        page.click(".static-site summary");
        assertThat(page.text(".static-site .frames"))
                .contains("com.acme.client.deep.packages.Client0.call", "org.framework.Layer29");
        page.click("#worst li:nth-child(2) a");
        page.await("location.hash.startsWith('#site=')");
        page.await("document.getElementById(location.hash.slice(1))?.parentElement.open");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void withoutTheScriptNobodyIsExcluded(String scheme) throws IOException, InterruptedException {
        page.scheme(scheme).scripts(false).open(file);
        page.eval("document.querySelectorAll('details').forEach(e => { e.open = true; })");
        page.scripts(true);
        assertThat(Axe.violations(page)).isEmpty();
    }

    /** The script draws the same numbers, and its table in place of the first hundred sites. */
    @Test
    void theScriptSaysTheSame() throws InterruptedException {
        page.scripts(false).open(file);
        String numbers = page.text("#numbers");
        assertThat(numbers).contains("1,579\nleaks", "130\nsites", "27\nstill open");
        page.scripts(true).open(file);
        page.await("document.querySelector('.site')");
        assertThat(page.text("#numbers")).isEqualTo(numbers);
        isTheAnswer();
        assertThat(
                        page.eval("document.getElementById('static-sites').checkVisibility()")
                                .asBoolean())
                .isFalse();
    }

    @Test
    void theFirstTabStopsAreTheWorstSites() {
        page.press("Tab", "");
        assertThat(page.eval("document.activeElement.innerText").asText()).startsWith("Skip");
        for (int i = 1; i <= 3; i++) {
            page.press("Tab", "");
            String nth = "document.activeElement.matches('#worst li:nth-child(" + i + ") a')";
            assertThat(page.eval(nth).asBoolean()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void paperHasFixesAndStacks(boolean scripts) throws IOException, InterruptedException {
        page.scripts(scripts).open(file);
        String text;
        try (PDDocument pdf = Loader.loadPDF(page.print())) {
            text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
        assertThat(text).contains("1,579 leaks", "27 still open");
        // a line may end before a parenthesis
        assertThat(text.replace(" (", "(")).contains(SENTENCE.replace(" (", "("));
        assertThat(text.split("Fix " + FIX, -1)).hasSizeGreaterThan(2 * 3);
        assertThat(text.split("Fix call close\\(\\) when read\\(\\) answers -1", -1))
                .hasSizeGreaterThan(2 * 3);
        for (int worst : new int[] {0, 1, 3}) {
            String frame = "com.acme.client.deep.packages.Client" + worst + ".call(Client" + worst;
            int at = text.indexOf("SSLSocket.java:203) " + frame);
            assertThat(at).isPositive();
            assertThat(text.indexOf("org.framework.Layer29.invoke", at)).isBetween(at, at + 3000);
        }
    }

    /** On paper there is no dark; the screen is as before. */
    @Test
    void paperIsLight() {
        page.eval("document.documentElement.dataset.theme = 'dark'");
        page.eval(
                "window.seen = []; matchMedia('print').addEventListener('change', e =>"
                        + " seen.push(e.matches + ' ' + document.documentElement.dataset.theme))");
        page.print();
        assertThat(page.eval("seen.join()").asText()).contains("true light");
        assertThat(page.eval("document.documentElement.dataset.theme").asText()).isEqualTo("dark");
        assertThat(page.eval("document.querySelectorAll('details[open]').length").asInt()).isZero();
    }

    @Test
    void underAStrictPolicyItIsReadable() throws IOException, InterruptedException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    byte[] body = Files.readAllBytes(file);
                    exchange.getResponseHeaders().set("Content-Type", "text/html");
                    exchange.getResponseHeaders().set("Content-Security-Policy", JENKINS);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        try {
            int port = server.getAddress().getPort();
            page.open(URI.create("http://127.0.0.1:" + port + "/"));
            isTheAnswer();
            assertThat(page.count(".static-site .frames")).isEqualTo(100);
        } finally {
            server.stop(0);
        }
        // that the policy holds back style and script is what the browser reports here
        assertThat(page.problems()).isNotEmpty();
        page.open(file);
    }
}
