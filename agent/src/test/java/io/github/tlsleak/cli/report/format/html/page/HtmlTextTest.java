package io.github.tlsleak.cli.report.format.html.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class HtmlTextTest {

    private final StringWriter html = new StringWriter();
    private final HtmlText out = new HtmlText(html);

    @Test
    void escapesAllThatBeginsOrEndsAnything() throws IOException {
        out.text("</p><b a='1' b=\"2\">&amp;");
        assertThat(html).hasToString("&lt;/p&gt;&lt;b a=&#39;1&#39; b=&quot;2&quot;&gt;&amp;amp;");
    }

    /** A character that changes the direction would let a frame look like another one. */
    @Test
    void noControlCharacters() throws IOException {
        out.text("a\u202eb\u0000c\u001bd\ud800");
        assertThat(html).hasToString("a?b?c?d?");
    }

    @Test
    void numbersAndTimesDoNotBreak() throws IOException {
        out.prose("2 programs, 84,062 at <5>, since 2026-11-22 10:15 UTC; A.b(A.java:27), v1.2.");
        assertThat(html)
                .hasToString(
                        "<span class=\"n\">2</span> programs, <span class=\"n\">84,062</span> at"
                                + " &lt;<span class=\"n\">5</span>&gt;, since"
                                + " <span class=\"n\">2026-11-22 10:15 UTC</span>;"
                                + " A.b<wbr>(A.java:27), v1.2.");
    }

    @Test
    void framesBreakBetweenTheirParts() throws IOException {
        out.frame("com.acme.A.<init>(A.java:1)").raw("\n").frame("(x").raw("\n").frame("");
        assertThat(
                        html.toString()
                                .replaceAll("<span class=\"(\\w)[^>]*>", "[$1")
                                .replace("</span>", "]"))
                .isEqualTo(
                        "[f[pcom.acme.]<wbr>[cA.&lt;init&gt;]<wbr>[p(A.java:1)]]\n"
                                + "[f[p]<wbr>[c]<wbr>[p(x]]\n[f[p]<wbr>[c]<wbr>[p]]");
    }

    @Test
    void anchorsAreOneWord() throws IOException {
        out.anchor("171f873b9447e3ad").raw("\n").anchor("a b\"<&#");
        assertThat(html).hasToString("site=171f873b9447e3ad\nsite=a%20b%22%3C%26%23");
    }
}
