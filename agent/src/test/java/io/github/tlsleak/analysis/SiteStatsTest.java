package io.github.tlsleak.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.verdict.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class SiteStatsTest {

    private final SiteTable sites = new SiteTable();

    private static ReportLine finding(String site, String severity, String time) {
        ReportLine line = new ReportLine();
        line.put("site", site);
        line.put("severity", severity);
        line.put("verdict", "LOST");
        line.put("time", time);
        return line;
    }

    private void add(String site, String severity, int times) {
        for (int i = 0; i < times; i++) {
            ReportLine line = finding(site, severity, "2026-11-22T10:00:00Z");
            sites.of(line).add(line);
        }
    }

    @Test
    void leaksBeforeDefectsBeforeNoticesThenByCount() {
        add("notices", "notice", 9);
        add("defects", "defect", 5);
        add("leak", "leak", 1);
        add("leaks", "leak", 2);
        add("leak", "notice", 7);
        sites.of(finding("nothing", "leak", "x"));
        assertThat(sites.byCost())
                .extracting(SiteStats::fingerprint)
                .containsExactly("leak", "leaks", "defects", "notices");
        assertThat(sites.byCost().get(0).worst()).isEqualTo(Severity.LEAK);
    }

    @Test
    void countedFindingsWeighAsMuchAsWritten() {
        add("a", "leak", 3);
        add("b", "leak", 1);
        sites.of(finding("b", "leak", "x")).skip(1000);
        assertThat(sites.byCost().get(0).fingerprint()).isEqualTo("b");
        assertThat(sites.byCost().get(0).sum()).isEqualTo(1001);
    }

    @Test
    void firstAndLastByTimeWhateverTheOrder() {
        String[] times = {
            "2026-11-22T10:00:01.5Z",
            "2026-11-22T10:00:01.25Z",
            "2026-11-22T10:00:02Z",
            "2026-11-22T10:00:01Z",
            "2026-11-22T10:00:01.999999Z"
        };
        SiteStats site = new SiteStats("a");
        for (String time : times) {
            site.add(finding("a", "leak", time));
        }
        assertThat(site.first()).isEqualTo("2026-11-22T10:00:01Z");
        assertThat(site.last()).isEqualTo("2026-11-22T10:00:02Z");
    }

    @Test
    void hugeTextsAreCut() {
        ReportLine line = finding("x".repeat(10_000), "leak", "x".repeat(10_000));
        line.put("stack", List.of("x".repeat(10_000)));
        SiteStats site = sites.of(line);
        site.describe(line);
        site.add(line);
        assertThat(site.fingerprint()).hasSizeLessThan(100);
        assertThat(site.stack().get(0)).hasSizeLessThan(1000);
        assertThat(site.first()).hasSizeLessThan(1000);
    }
}
