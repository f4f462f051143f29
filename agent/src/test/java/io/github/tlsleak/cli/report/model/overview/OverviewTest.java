package io.github.tlsleak.cli.report.model.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.select.Extent;
import io.github.tlsleak.common.rules.Baseline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sentence of each kind of report, and its worst sites. */
class OverviewTest {

    private static final String A = "00000000000000aa";
    private static final String B = "00000000000000bb";

    @TempDir Path dir;

    private final ReportText text = new ReportText();

    private String sentence() {
        return Overview.of(text.read()).sentence();
    }

    private ReportText shop() {
        return text.jvm("com.acme.Shop").site(A, "com.acme.A.open(A.java:1)");
    }

    @Test
    void noJvm() {
        assertThat(sentence()).isEqualTo("No JVM was read; 1 input could not be read.");
    }

    @Test
    void nothing() {
        text.jvm("com.acme.Shop").summary(5);
        assertThat(sentence()).isEqualTo("Nothing was found in 1 JVM.");
    }

    @Test
    void nothingSoFar() {
        text.jvm("com.acme.Shop").summary(5).jvm("com.acme.Cart");
        text.finding("open", A, "OPEN", "notice", 3, ",\"atExit\":true");
        assertThat(sentence())
                .isEqualTo(
                        "Nothing was found in 2 JVMs; 1 session open when last heard of;"
                                + " 1 JVM wrote no summary, still running or killed.");
    }

    @Test
    void knownAndSuppressed() {
        shop().leak(A, "LOST", "leak", 1, ",\"known\":\"java.net.http\"");
        text.leak(A, "LOST", "leak", 1, ",\"suppressedBy\":\"com.acme.*\"").summary(5);
        assertThat(sentence())
                .isEqualTo(
                        "Nothing to fix was found in 1 JVM: 1 finding of known behaviours,"
                                + " 1 finding suppressed by rules.");
    }

    @Test
    void oneProgramOneSite() {
        shop().leaks(A, 4, 0, 4);
        assertThat(sentence())
                .isEqualTo(
                        "com.acme.Shop leaks: 4 sessions at 1 site; it is A.open(A.java:1)"
                                + " (4 LOST).");
    }

    @Test
    void programsWithoutName() {
        shop().leaks(A, 1200, 0, 100);
        text.jvm("com.acme.Cart").site(B, "com.acme.B.open(B.java:2)").leaks(B, 3, 0, 5);
        text.jvm("com.acme.Quiet");
        assertThat(sentence())
                .isEqualTo(
                        "2 programs leak: 1,203 sessions at 2 sites; the worst is"
                                + " A.open(A.java:1) (1,200 LOST).");
    }

    @Test
    void newSinceTheBaseline() throws IOException {
        shop().leaks(A, 3, 0, 5).leaks(B, 2, 0, 5);
        assertThat(compared(A)).contains("2 sites, 1 of them new since the baseline; the worst");
        assertThat(compared(A, B)).contains("2 sites, none of them new since the baseline;");
        assertThat(compared("00000000000000cc")).contains(", all of them new since the baseline;");
    }

    private String compared(String... accepted) throws IOException {
        Path file = Files.write(dir.resolve("accepted"), List.of(accepted));
        Analysis analysis = text.read();
        Baseline baseline = Baseline.load(file, new ArrayList<>());
        analysis.compare(baseline);
        return Overview.of(analysis).sentence();
    }

    /** A session found alive may be found once more when it is garbage. */
    @Test
    void findingsThatMayBeTheSameSession() {
        shop().leak(A, "NATIVE", "leak", 1, ",\"alive\":true").leaks(A, 1, 2, 3);
        assertThat(sentence()).startsWith("com.acme.Shop leaks: 2 findings at 1 site; ");
    }

    @Test
    void onlyDefects() {
        shop().leak(A, "UNSENT", "defect", 1, "").leak(A, "LOST", "notice", 1, "");
        assertThat(sentence())
                .isEqualTo(
                        "No leak, but com.acme.Shop has defects: 1 session at 1 site;"
                                + " it is A.open(A.java:1) (1 UNSENT).");
    }

    @Test
    void onlyNotices() {
        shop().leak(A, "CLOSE_FAILED", "notice", 1, "");
        assertThat(sentence())
                .startsWith("No leak and no defect; com.acme.Shop has notices: 1 session at 1 ");
    }

    @Test
    void onlyLiving() {
        shop().leak(A, "STUCK", "defect", 1, ",\"alive\":true");
        text.finding("open", B, "OPEN", "notice", 3, "");
        assertThat(sentence())
                .startsWith(
                        "No leak so far, but com.acme.Shop has sessions that hang or pile up:"
                                + " 1 session at 1 site; it is A.open(A.java:1) (1 STUCK)");
    }

    @Test
    void onlyHoards() {
        shop().finding("context", A, "CONTEXT_HOARD", "defect", 1, ",\"live\":200");
        assertThat(sentence())
                .startsWith(
                        "No leak so far, but com.acme.Shop has contexts that pile up: 1 finding ");
    }

    @Test
    void stackNotKnown() {
        text.leaks(A, 2, 0, 3);
        assertThat(sentence())
                .isEqualTo(
                        "1 program leaks: 2 sessions at 1 site; it is one whose stack is not known"
                                + " (2 LOST).");
    }

    /** Names are the reports' own: no control character, and not without end. */
    @Test
    void hostileNames() {
        text.jvm("x\\u001b[31m".repeat(50)).site(A, "com.acme.A\\u202e.m(A.java:1)");
        text.leaks(A, 1, 0, 1);
        assertThat(sentence()).startsWith("x?[31mx?[31m").contains("A?.m(A.java:1)");
        assertThat(sentence().length()).isLessThan(200);
    }

    @Test
    void worstThree() {
        shop().leaks(A, 3, 0, 5).leak(B, "UNSENT", "defect", 1, "");
        for (int i = 0; i < 5; i++) {
            text.leak("cc", "UNSENT", "defect", i, "").leak("dd", "OPEN", "notice", i, "");
            text.leak("ee", "LOST", "leak", i, ",\"known\":\"java.net.http\"");
        }
        Overview overview = Overview.of(text.read());
        assertThat(overview.worst())
                .extracting(WorstSite::frame)
                .containsExactly(
                        "com.acme.A.open(A.java:1)", "(stack not known)", "(stack not known)");
        assertThat(overview.worst())
                .extracting(site -> site.verdict + " " + site.count)
                .containsExactly("LOST 3", "UNSENT 5", "UNSENT 1");
        assertThat(overview.worst().get(0).fix).contains("try-with-resources");
        assertThat(overview.worst().get(0).trend.text()).isEqualTo("too short to tell");
        assertThat(overview.worst().get(0).isNew).isFalse();
    }

    @Test
    void noMoreThanAreShown() {
        shop().leaks(A, 3, 0, 5).leaks(B, 3, 0, 5);
        Analysis analysis = text.read();
        analysis.show(new Extent(null, 1, false, null));
        assertThat(Overview.of(analysis).worst()).hasSize(1);
    }
}
