package io.github.tlsleak.cli.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.cli.report.format.Written;
import io.github.tlsleak.common.rules.Baseline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailingFindingsTest {

    @TempDir Path dir;

    private static String finding(String site, String severity, String more) {
        return "{\"type\":\"leak\",\"verdict\":\"X\",\"severity\":\"%s\",\"site\":\"%s\"%s}\n"
                .formatted(severity, site, more);
    }

    @ParameterizedTest
    @CsvSource({
        "leak,   leak,   1 finding at 1 site",
        "leak,   defect, ",
        "leak,   notice, ",
        "defect, leak,   1 finding at 1 site",
        "defect, defect, 1 finding at 1 site",
        "defect, notice, ",
        "notice, notice, 1 finding at 1 site",
        "notice, strange, 1 finding at 1 site",
    })
    void thisOrWorse(String gate, String severity, String verdict) {
        Analysis analysis = Written.read(finding("a", severity, ""));
        assertThat(FailingFindings.of(gate).verdict(analysis)).isEqualTo(verdict);
    }

    private static String open(String more) {
        return "{\"type\":\"open\",\"verdict\":\"OPEN\",\"severity\":\"notice\",\"site\":\"o\"%s}\n"
                .formatted(more);
    }

    @Test
    void anIdleSessionIsANoticeAlsoWhenItWasClosedAfterAll() {
        String over = open("").replace("\"open\"", "\"reclosed\"");
        Analysis analysis = Written.read(open("") + over);
        assertThat(FailingFindings.NOTICE.verdict(analysis)).isEqualTo("1 finding at 1 site");
        assertThat(FailingFindings.DEFECT.verdict(analysis)).isNull();
        assertThat(analysis.open().size()).isZero();
        assertThat(analysis.sites().byCost().get(0).alive()).isEqualTo(1);
        assertThat(analysis.sites().byCost().get(0).overAfterAll()).isEqualTo(1);
    }

    @Test
    void anIdleSessionMayBeSuppressedOrInTheBaseline() throws IOException {
        Analysis suppressed = Written.read(open(",\"suppressedBy\":\"r\""));
        assertThat(FailingFindings.NOTICE.verdict(suppressed)).isNull();
        assertThat(suppressed.open().size()).isZero();
        assertThat(suppressed.suppressed().sum()).isEqualTo(1);
        Analysis known = Written.read(open("").replace("\"o\"", "\"0123456789abcdef\""));
        Path file = Files.writeString(dir.resolve("b"), "0123456789abcdef");
        known.compare(Baseline.read(file, new ArrayList<>()));
        assertThat(FailingFindings.NEW.verdict(known)).isNull();
        assertThat(known.open().size()).isEqualTo(1);
    }

    private static String contexts(String verdict, String more) {
        return "{\"type\":\"context\",\"verdict\":\"%s\",\"site\":\"c\",\"contexts\":120%s}\n"
                .formatted(verdict, more);
    }

    /** Reports of version 0.1.0 give contexts no severity. */
    @ParameterizedTest
    @ValueSource(strings = {"", ",\"severity\":\"notice\""})
    void contextsAreFindings(String severity) {
        Analysis analysis = Written.read(contexts("CONTEXT_HOARD", severity));
        assertThat(FailingFindings.NOTICE.verdict(analysis)).isEqualTo("1 finding at 1 site");
        assertThat(FailingFindings.DEFECT.verdict(analysis)).isNull();
        assertThat(analysis.groups().entries(true)).hasSize(1);
    }

    @Test
    void suppressedContextsPass() {
        Analysis analysis = Written.read(contexts("CONTEXT_CHURN", ",\"suppressedBy\":\"r\""));
        assertThat(FailingFindings.NOTICE.verdict(analysis)).isNull();
        assertThat(analysis.groups().entries(true)).isEmpty();
        assertThat(analysis.suppressed().sum()).isEqualTo(1);
    }

    @Test
    void knownAndSuppressedPass() {
        String known = finding("a", "leak", ",\"known\":\"k\"");
        String suppressed = finding("b", "leak", ",\"suppressedBy\":\"r\"");
        Analysis analysis = Written.read(known + suppressed);
        assertThat(FailingFindings.NOTICE.verdict(analysis)).isNull();
    }

    @Test
    void whatIsInTheBaselinePasses() throws IOException {
        String old = "0123456789abcdef";
        Analysis analysis =
                Written.read(finding(old, "leak", "") + finding("new", "defect", "").repeat(2));
        Path file = Files.writeString(dir.resolve("b"), old);
        analysis.compare(Baseline.read(file, new ArrayList<>()));
        assertThat(FailingFindings.LEAK.verdict(analysis)).isNull();
        assertThat(FailingFindings.NEW.verdict(analysis)).isEqualTo("2 new findings at 1 site");
        assertThat(FailingFindings.DEFECT.verdict(analysis)).isEqualTo("2 new findings at 1 site");
    }

    @Test
    void sitesBeyondTheBoundDoNotPass() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < ReportedSites.MAX_SITES; i++) {
            lines.append(finding("s" + i, "notice", ""));
        }
        Analysis analysis = Written.read(lines + finding("last", "leak", ""));
        assertThat(FailingFindings.LEAK.verdict(analysis)).isEqualTo("1 finding at 0 sites");
    }

    @Test
    void names() {
        assertThat(FailingFindings.of("new")).isEqualTo(FailingFindings.NEW);
        assertThat(FailingFindings.of("LEAK")).isNull();
        assertThat(FailingFindings.of(null)).isNull();
    }
}
