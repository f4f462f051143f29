package io.github.tlsleak.it.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.cli.InThisJvm;
import io.github.tlsleak.it.browser.BrowserTest;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The comparison with an earlier report in a real browser. */
@OwnJdkOnly
class AgainstPageIT extends BrowserTest {

    private static final Path FILES =
            Path.of("src/test/resources/io/github/tlsleak/cli/report").toAbsolutePath();

    @Override
    protected String subject() {
        return "the comparison of two reports";
    }

    @Override
    protected Path write(Path directory) throws IOException {
        Path small = FILES.resolve("small.jsonl");
        Path page = directory.resolve("against.html");
        InThisJvm.report(
                List.of(small, FILES.resolve("second.jsonl")),
                "--against",
                small.toString(),
                "--out",
                page.toString());
        return page;
    }

    @Test
    void saysWhatHasChangedAndLeadsToTheSite() throws InterruptedException {
        assertThat(page.text("#failure")).isEmpty();
        assertThat(page.text("#against-text"))
                .startsWith("1 new, 0 gone, 0 grown, 1 shrunk against ")
                .endsWith("Compared per hour of a JVM: 2.1 h now, 0.1 h then.");
        assertThat(page.count("#against tbody tr")).isEqualTo(2);
        page.click("#against a[href$='171f873b9447e3ad']");
        page.await("document.querySelector('.details') !== null");
        assertThat(page.eval("location.hash").asText()).contains("171f873b9447e3ad");
    }

    @Test
    void oneChangeIsChosen() {
        page.choose("#against-change", "new");
        assertThat(page.count("#against tbody tr")).isEqualTo(1);
        assertThat(page.text("#against tbody")).contains("<script>alert(\"x\")</script>");
        assertThat(page.count("#against script, #against img")).isZero();
    }

    @Test
    void itIsReadableWithoutTheScript() throws IOException {
        String html = Files.readString(file);
        String section = html.substring(html.indexOf("id=\"against\""));
        assertThat(section.substring(0, section.indexOf("</section>")))
                .contains("1 new, 0 gone", "href=\"#site=171f873b9447e3ad\"", "was ")
                .contains("&lt;script&gt;alert", "(&quot;x&quot;)&lt;/script&gt;")
                .doesNotContain("<script");
    }
}
