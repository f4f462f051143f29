package io.github.tlsleak.cli.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
import io.github.tlsleak.cli.report.read.ReportTimes;
import io.github.tlsleak.cli.report.select.Selection;
import org.junit.jupiter.api.Test;

class SiteFindingsTest {

    private final ReportedSites sites = new ReportedSites();
    private final ReportedJvms jvms = new ReportedJvms();
    private final ReportedJvm jvm = jvms.byRun("r");

    private SiteFindings of(ReportLine line) {
        return sites.of(line, jvm, jvms);
    }

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
            of(line).add(line, grade, jvm);
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
        of(finding("nothing", 0));
        sites.settle(jvms.all());
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
        of(finding("b", 0)).skipped += 1000;
        sites.settle(jvms.all());
        assertThat(sites.byCost().get(0).site().fingerprint()).isEqualTo("b");
        assertThat(sites.byCost().get(0).sum()).isEqualTo(1001);
    }

    @Test
    void firstAndLastByTimeWhateverTheOrder() {
        SiteFindings site = new SiteFindings(new ReportedSite("a"), null);
        assertThat(site.first()).isEqualTo(ReportTimes.UNKNOWN);
        for (long time : new long[] {5, 3, ReportTimes.UNKNOWN, 9, 4}) {
            site.add(finding("a", time), Grade.LEAK, jvm);
        }
        assertThat(site.first()).isEqualTo(3);
        assertThat(site.last()).isEqualTo(9);
    }

    @Test
    void theJvmsItWasFoundIn() {
        for (String run : new String[] {"c", "a", "c", "b"}) {
            ReportedJvm found = jvms.byRun(run);
            sites.of(finding("a", 0), found, jvms).add(finding("a", 0), Grade.LEAK, found);
        }
        jvms.settle(Selection.ALL);
        sites.settle(jvms.all());
        SiteFindings site = sites.byCost().get(0);
        assertThat(site.sum()).isEqualTo(4);
        assertThat(site.jvmCount()).isEqualTo(3);
        assertThat(site.jvms(2)).containsExactly(0, 1);
    }
}
