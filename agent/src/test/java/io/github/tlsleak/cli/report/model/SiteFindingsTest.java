package io.github.tlsleak.cli.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
import io.github.tlsleak.cli.report.read.ReportTimes;
import org.junit.jupiter.api.Test;

class SiteFindingsTest {

    private final ReportedSites sites = new ReportedSites();
    private final ReportedJvm jvm = new ReportedJvm(0);

    private static ReportLine finding(String site, long time) {
        ReportLine line = new ReportLine();
        line.put(Field.SITE, site);
        line.put(Field.VERDICT, "LOST");
        line.put(Field.TIME, time);
        return line;
    }

    private void add(String site, Grade grade, int times) {
        for (int i = 0; i < times; i++) {
            ReportLine line = finding(site, 1000);
            sites.of(line).add(line, grade, jvm);
        }
    }

    @Test
    void leaksBeforeDefectsBeforeNoticesBeforeKnownThenByCount() {
        add("known", Grade.KNOWN, 99);
        add("notices", Grade.NOTICE, 9);
        add("defects", Grade.DEFECT, 5);
        add("leak", Grade.LEAK, 1);
        add("leaks", Grade.LEAK, 2);
        add("leak", Grade.NOTICE, 7);
        sites.of(finding("nothing", 0));
        assertThat(sites.byCost())
                .extracting(findings -> findings.site().fingerprint())
                .containsExactly("leak", "leaks", "defects", "notices", "known");
        assertThat(sites.byCost("unknown")).hasSize(4);
        assertThat(sites.byCost("jdk")).isEmpty();
        assertThat(sites.byCost().get(0).worst()).isEqualTo(Grade.LEAK);
    }

    @Test
    void countedFindingsWeighAsMuchAsWritten() {
        add("a", Grade.LEAK, 3);
        add("b", Grade.LEAK, 1);
        sites.of(finding("b", 0)).skip(1000);
        assertThat(sites.byCost().get(0).site().fingerprint()).isEqualTo("b");
        assertThat(sites.byCost().get(0).sum()).isEqualTo(1001);
    }

    @Test
    void firstAndLastByTimeWhateverTheOrder() {
        SiteFindings site = new SiteFindings(new ReportedSite("a"));
        assertThat(site.first()).isEqualTo(ReportTimes.UNKNOWN);
        for (long time : new long[] {5, 3, ReportTimes.UNKNOWN, 9, 4}) {
            site.add(finding("a", time), Grade.LEAK, jvm);
        }
        assertThat(site.first()).isEqualTo(3);
        assertThat(site.last()).isEqualTo(9);
    }

    @Test
    void theJvmsItWasFoundIn() {
        SiteFindings site = new SiteFindings(new ReportedSite("a"));
        for (int index : new int[] {7, 2, 7, 1000}) {
            site.add(finding("a", 0), Grade.LEAK, new ReportedJvm(index));
        }
        assertThat(site.jvmCount()).isEqualTo(3);
        assertThat(site.jvms(2)).containsExactly(2, 7);
    }
}
