package io.github.tlsleak.cli.report.format.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.cli.report.format.Written;
import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.ReportedJvms;
import io.github.tlsleak.cli.report.model.ReportedSites;
import io.github.tlsleak.cli.report.select.Extent;
import io.github.tlsleak.common.rules.Baseline;
import java.io.IOException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class TextFormatTest {

    private static final String META =
            "{\"type\":\"meta\",\"schema\":1,\"main\":\"com.acme.Shop\",\"pid\":%d}\n";
    private static final String LEAK =
            "{\"type\":\"leak\",\"verdict\":\"LOST\",\"severity\":\"leak\",\"site\":\"%s\"}\n";

    private static String text(String content) throws IOException {
        return Written.as("text", Written.read(content));
    }

    @Test
    void golden() throws IOException {
        String text = Written.as("text", Written.read(Written.resource("small.jsonl")));
        assertThat(text).isEqualTo(Written.golden("small.txt", text));
    }

    @Test
    void goldenOfSeveral() throws IOException {
        Analysis analysis =
                Written.read(Written.resource("small.jsonl"), Written.resource("second.jsonl"));
        analysis.compare(Baseline.read(Written.resource("small.baseline"), new ArrayList<>()));
        String text = Written.as("text", analysis);
        assertThat(text).isEqualTo(Written.golden("merged.txt", text));
        analysis.show(new Extent(null, Integer.MAX_VALUE, true, null));
        String all = Written.as("text", analysis);
        assertThat(all).isEqualTo(Written.golden("all.txt", all));
    }

    @Test
    void withoutFindings() throws IOException {
        assertThat(text(META.formatted(1)))
                .contains(
                        "\n  program   com.acme.Shop, pid 1\n",
                        "\n  sessions  not known: no summary, the JVM is still running or was"
                                + " killed\n")
                .startsWith("Nothing was found in 1 JVM; 1 JVM wrote no summary")
                .contains("\n0 leaks, 0 defects, 0 notices\n  read      standard input\n\n");
    }

    @Test
    void withoutItsBeginning() throws IOException {
        assertThat(text(LEAK.formatted("a")))
                .contains(
                        "\n  program   not known: the beginning of the report is missing\n",
                        "\n1. leak: 1 LOST\n",
                        "\n  site      a  (stack not known)  [unknown]\n",
                        "\n  allocated at: not known\n");
    }

    /** A file may hold several runs. A rotated file begins in the middle of one. */
    @Test
    void severalRunsInOneFile() throws IOException {
        String summary = "{\"type\":\"summary\",\"created\":5}\n";
        String rotated = META.formatted(2) + META.formatted(2) + LEAK.formatted("a");
        assertThat(text(META.formatted(1) + summary + rotated))
                .contains("\n  jvms      2\n", "\n  jvm 1     com.acme.Shop, pid 1; found 0 leaks")
                .contains("pid 2; found 1 leak, 0 defects, 0 notices\n")
                .contains("\n  in        1 of 2 jvms: jvm 2\n");
    }

    @Test
    void manyJvms() throws IOException {
        StringBuilder content = new StringBuilder();
        for (int i = 1; i <= ReportedJvms.MAX_JVMS + 5; i++) {
            content.append(META.formatted(i)).append(LEAK.formatted("a"));
        }
        assertThat(text(content.toString()))
                .contains(
                        "\n  jvms      10005\n", "\n            and 10002 more\n", "\n10005 leaks")
                .contains("10001 of 10005 jvms: jvm 1, jvm 2, jvm 3, jvm 4, jvm 5 and others\n");
    }

    @Test
    void verdictsOfANewerAgentAreCountedWithoutExplanation() throws IOException {
        assertThat(text(LEAK.formatted("a").replace("LOST", "STRANGE")))
                .contains("1 site: 1 STRANGE\n", "\n1. leak: 1 STRANGE\n  site  ")
                .doesNotContain("fix");
    }

    @Test
    void whatWasNotReadIsTold() throws IOException {
        String text = text("starting\n" + LEAK.formatted("a") + "{\"type\":\"leak\",\"verd");
        assertThat(text)
                .endsWith(
                        "\n\nwarning: 1 line not of a tlsleak report, left out: line 1\n"
                                + "warning: the last line has no end, it is being written or a"
                                + " crash cut it: line 3\n");
    }

    /** Findings beyond the bound are counted all the same. */
    @Test
    void tooManySites() throws IOException {
        StringBuilder content = new StringBuilder(META.formatted(1));
        for (int i = 0; i < ReportedSites.MAX_SITES + 7; i++) {
            content.append(LEAK.formatted("s" + i));
        }
        assertThat(text(content.toString()))
                .contains("\n10007 leaks, 0 defects, 0 notices at 10000 sites: 10007 LOST\n")
                .contains("\n  7 at sites beyond the 10000\n");
    }

    @Test
    void coloursAreWholeAndOnlyIfWanted() throws IOException {
        Analysis analysis = Written.read(Written.resource("small.jsonl"));
        String plain = Written.as(new TextFormat(new TextStyle(false, 0, false), null), analysis);
        String coloured = Written.as(new TextFormat(new TextStyle(true, 0, false), null), analysis);
        assertThat(plain).doesNotContain("\u001b");
        assertThat(coloured).contains("\u001b[1;31m1. leak: 5 LOST", "\u001b[1m  > com.acme");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]+m", "")).isEqualTo(plain);
    }

    /** Sentences are wrapped. Frames are not, so that they can be copied. */
    @Test
    void width() throws IOException {
        Analysis analysis = Written.read(Written.resource("small.jsonl"));
        String narrow = Written.as(new TextFormat(new TextStyle(false, 60, true), null), analysis);
        assertThat(narrow)
                .contains(
                        "\n  fix       close the socket in every path, best with\n            try")
                .contains("\n  > com.acme.OrderClient.order(OrderClient.java:27)\n");
        assertThat(narrow.lines().filter(line -> line.startsWith("  fix")))
                .allMatch(line -> line.length() <= 60);
    }
}
