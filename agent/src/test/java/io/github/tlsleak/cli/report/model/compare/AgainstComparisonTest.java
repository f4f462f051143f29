package io.github.tlsleak.cli.report.model.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.cli.report.format.Written;
import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.FailingFindings;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgainstComparisonTest {

    private static final Instant START = Instant.parse("2026-11-22T00:00:00Z");

    /** A JVM of so many hours; sites as {@code NAME=COUNT}. */
    private static Analysis report(int hours, String... sites) {
        StringBuilder text = new StringBuilder();
        text.append("{\"type\":\"meta\",\"run\":\"r\",\"started\":\"" + START + "\"}\n");
        for (String site : sites) {
            String[] words = site.split("=");
            String name = words[0].repeat(16);
            text.append(
                    "{\"type\":\"site\",\"run\":\"r\",\"site\":\"%s\",\"fingerprint1\":\"%s\",\"owner\":\"application\",\"stack\":[\"a.B.c(B.java:1)\"]}\n"
                            .formatted(name, "1" + name.substring(1)));
            for (int i = 0; i < Integer.parseInt(words[1]); i++) {
                text.append(
                        "{\"type\":\"leak\",\"run\":\"r\",\"time\":\"%s\",\"verdict\":\"LOST\",\"severity\":\"leak\",\"site\":\"%s\"}\n"
                                .formatted(START.plusSeconds(60), name));
            }
        }
        if (hours > 0) {
            text.append(
                    "{\"type\":\"summary\",\"run\":\"r\",\"time\":\"%s\",\"created\":1}\n"
                            .formatted(START.plusSeconds(3600L * hours)));
        }
        return Written.read(text.toString());
    }

    private static AgainstComparison compare(Analysis now, Analysis then) {
        now.newSites().against(then);
        AgainstComparison against = AgainstComparison.of(now);
        assertThat(against).isNotNull();
        return against;
    }

    private static List<String> changes(AgainstComparison against) {
        return against.changed().stream()
                .map(s -> s.change.label() + " " + s.findings.site().fingerprint().charAt(0))
                .toList();
    }

    @Test
    void newGrownShrunkGoneInThisOrderTheWorstFirst() {
        AgainstComparison against =
                compare(
                        report(10, "a=5", "b=50", "c=50", "d=3", "e=9"),
                        report(10, "b=10", "c=200", "e=8", "f=7"));
        assertThat(changes(against))
                .containsExactly("new a", "new d", "grown b", "shrunk c", "gone f");
        assertThat(against.text())
                .isEqualTo("2 new, 1 gone, 1 grown, 1 shrunk against standard input");
        assertThat(against.count(Change.UNCHANGED)).isEqualTo(1);
    }

    /** A count alone lies: the earlier report is of a day, this one of an hour. */
    @Test
    void aDayIsComparedWithAnHourByRates() {
        AgainstComparison against =
                compare(report(1, "a=10", "b=10", "c=10"), report(24, "a=240", "b=24", "c=2400"));
        assertThat(changes(against)).containsExactly("grown b", "shrunk c");
        assertThat(against.basis()).isEqualTo("Compared per hour of a JVM: 1.0 h now, 24 h then");
        assertThat(against.changed().get(0).words())
                .isEqualTo("10 (10 an hour), was 24 (1.0 an hour)");
    }

    @Test
    void withoutTimesCountsAreComparedAndThatIsSaid() {
        Analysis untimed =
                Written.read(
                        "{\"type\":\"leak\",\"verdict\":\"LOST\",\"severity\":\"leak\",\"site\":\"aaaaaaaaaaaaaaaa\"}\n");
        AgainstComparison against = compare(untimed, report(24, "a=1"));
        assertThat(against.basis()).contains("how long the JVMs ran is not known");
        assertThat(against.changed()).isEmpty();
    }

    @Test
    void whatIsTooSeldomToTellIsSaid() {
        AgainstComparison against = compare(report(100, "a=2", "b=900"), report(1, "c=1"));
        assertThat(against.changed().stream().map(s -> s.unsure))
                .containsExactly(false, true, false);
        AgainstComparison shortly = compare(report(1, "a=1"), report(100, "c=20"));
        assertThat(shortly.changed().get(1).words())
                .isEqualTo("was 20 (4.8 a day), may come again: too seldom to tell");
    }

    /** As for a baseline: a line of 0.1.0 names a site by one of its stacks. */
    @Test
    void aSiteIsFoundByItsFormerNames() {
        Analysis then =
                Written.read(
                        "{\"type\":\"leak\",\"verdict\":\"LOST\",\"severity\":\"leak\",\"site\":\"1aaaaaaaaaaaaaaa\"}\n");
        assertThat(changes(compare(report(1, "a=1"), then))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1,1,false",
        "5,0,false",
        "6,1,false",
        "9,2,true",
        "100,80,false",
        "1000,600,true",
        "0,9,true"
    })
    void chanceIsNoChange(long now, long then, boolean changed) {
        Exposure counts = new Exposure(ObservedTime.of(report(1)), ObservedTime.of(report(1)));
        assertThat(counts.change(now, then) != Change.UNCHANGED).isEqualTo(changed);
    }

    @Test
    void onlyNewSitesFailForNew() {
        Analysis now = report(1, "a=2", "b=3");
        now.newSites().against(report(1, "a=2"));
        assertThat(FailingFindings.NEW.verdict(now)).isEqualTo("3 new findings at 1 site");
        assertThat(FailingFindings.LEAK.verdict(now)).isEqualTo("5 findings at 2 sites");
    }
}
