package io.github.tlsleak.it.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.tlsleak.it.browser.BrowserTest;
import io.github.tlsleak.it.browser.Reports;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile text in every field of a report, and in links to it, is text and does no harm. */
@CiOnly
@OwnJdkOnly
class HostileIT extends BrowserTest {

    private static final Set<String> KEPT =
            Set.of(
                    "format",
                    "site",
                    "from",
                    "first",
                    "last",
                    "time",
                    "started",
                    "created",
                    "severity",
                    "owner",
                    "stackIs",
                    "state",
                    "label",
                    "tlsleak");

    private static final List<String> EVIL =
            List.of(
                    "</script></textarea></style><img src=x onerror=window.harm=1><svg onload=window.harm=1>",
                    "\u202eright to left\u2066\u200f\u0000\u001b[31m",
                    "\ud83d lone \ude00 \uffff",
                    "javascript:window.harm=1",
                    "__proto__ constructor toString",
                    "x".repeat(3_000),
                    "' onclick='window.harm=1' \"{{script}} ${window.harm=1} `");

    private int next;

    @Override
    protected String subject() {
        return "hostile text";
    }

    @Override
    protected Path write(Path directory) throws IOException {
        ObjectNode document = FullDocument.make();
        spoil(document);
        ArrayNode stack = (ArrayNode) document.get("sites").get(0).get("stack");
        stack.insert(1, "com.acme." + "<b>".repeat(33_000) + ".m(X.java:1)");
        return Reports.write(document, directory.resolve("report.html"));
    }

    private void spoil(JsonNode node) {
        if (node.isArray()) {
            ArrayNode array = (ArrayNode) node;
            for (int i = 0; i < array.size(); i++) {
                array.set(i, spoiled("", array.get(i)));
            }
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                field.setValue(spoiled(field.getKey(), field.getValue()));
            }
        }
    }

    private JsonNode spoiled(String name, JsonNode value) {
        spoil(value);
        return !value.isTextual() || KEPT.contains(name)
                ? value
                : TextNode.valueOf(EVIL.get(next++ % EVIL.size()) + value.asText());
    }

    private void isHarmless() {
        assertThat(page.eval("window.harm === undefined").asBoolean()).isTrue();
        assertThat(page.text("#failure")).isEmpty();
        assertThat(page.count("script")).isEqualTo(3);
        assertThat(
                        page.count(
                                "#main img, #main b b, #main svg[onload], #main [onclick], #main [onerror]"))
                .isZero();
        assertThat(page.count("#main a[href^=javascript]")).isZero();
    }

    @Test
    void inEveryField() throws InterruptedException {
        isHarmless();
        page.eval("document.querySelectorAll('.site .expand').forEach(e => e.click())");
        page.eval("document.getElementById('flame').scrollIntoView()");
        page.await("document.querySelector('.flame g.frame')");
        page.eval("document.querySelectorAll('details').forEach(e => e.open = true)");
        isHarmless();
        for (String colour : List.of("owner", "verdict")) {
            page.choose("#flame-colour", colour);
            page.choose("#flame-direction", "makers");
            isHarmless();
        }
        for (String kind : List.of("pool", "host", "program", "machine")) {
            page.choose("#shares-kind", kind);
            page.eval("document.querySelectorAll('#shares tbody button').forEach(e => e.click())");
            isHarmless();
            page.eval("location.hash = ''");
        }
        assertThat(page.eval("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(1280);
    }

    /**
     * A link may hold anything: the page stays, and what it does not know it says or leaves out.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=%3Cimg%20src%3Dx%20onerror%3Dwindow.harm%3D1%3E",
                "q=%E0%A4%A&severity=leak",
                "severity=__proto__&verdict=constructor&owner=toString",
                "from=1e999&to=-1e999",
                "from=NaN&to=9999-99-99T99:99:99Z",
                "site=%00%0a%0d&host=%22%3E%3Cscript%3E",
                "site=../../etc/passwd",
                "program=%E2%80%AE&label=%3D%3D%3D",
                "q=%ED%A0%BD",
                "&&&===;;;%%%",
                "javascript:window.harm=1",
                "__proto__[q]=x",
            })
    void inALink(String fragment) throws InterruptedException {
        page.eval("location.hash = " + TextNode.valueOf(fragment));
        page.eval("new Promise(done => setTimeout(done, 50))");
        isHarmless();
        page.eval("location.hash = 'q=' + encodeURIComponent('<b>'.repeat(20000))");
        page.eval("new Promise(done => setTimeout(done, 50))");
        isHarmless();
    }
}
