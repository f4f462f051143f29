package io.github.tlsleak.cli.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
import org.junit.jupiter.api.Test;

class GroupFindingsTest {

    private final GroupFindings groups = new GroupFindings();

    private static ReportLine line(String site, long number) {
        ReportLine line = new ReportLine();
        line.put(Field.SITE, site);
        line.put(Field.VERDICT, "CONTEXT_CHURN");
        line.put(Field.SEVERITY, "notice");
        line.put(Field.CONTEXTS, number);
        line.put(Field.SESSIONS, 1);
        return line;
    }

    private static ReportLine hoard(String severity) {
        ReportLine line = new ReportLine();
        line.put(Field.SITE, "a");
        line.put(Field.VERDICT, "SESSION_HOARD");
        line.put(Field.SEVERITY, severity);
        line.put(Field.LIVE, 100);
        line.put(Field.PER_MINUTE, 7);
        return line;
    }

    @Test
    void theLastWordOfEachJvm() {
        ReportedSite site = new ReportedSite("a");
        groups.add(line("a", 20), site, new ReportedJvm(0));
        groups.add(line("a", 30), site, new ReportedJvm(1));
        groups.add(line("a", 40), site, new ReportedJvm(0));
        assertThat(groups.entries(true)).hasSize(1);
        assertThat(groups.entries(false)).isEmpty();
        assertThat(groups.entries(true).get(0).words()).isEqualTo("70 contexts, 2 sessions");
        assertThat(groups.entries(true).get(0).jvmCount()).isEqualTo(2);
    }

    @Test
    void whatIsNotKnownOfOneJvmIsNotKnown() {
        ReportedSite site = new ReportedSite("a");
        groups.add(line("a", 20), site, new ReportedJvm(0));
        ReportLine without = new ReportLine();
        without.put(Field.SITE, "a");
        without.put(Field.VERDICT, "CONTEXT_CHURN");
        without.put(Field.CONTEXTS, 5);
        groups.add(without, site, new ReportedJvm(1));
        assertThat(groups.entries(true).get(0).words()).isEqualTo("25 contexts");
    }

    @Test
    void sessionsAreApartAndMayBeOver() {
        ReportedSite site = new ReportedSite("a");
        groups.add(hoard("defect"), site, new ReportedJvm(0));
        assertThat(groups.entries(false).get(0).words()).isEqualTo("100 alive, 7 more a minute");
        ReportLine over = hoard("defect");
        over.put(Field.OVER, 1);
        groups.add(over, site, new ReportedJvm(0));
        assertThat(groups.entries(false).get(0).words()).endsWith(", over after all");
    }

    @Test
    void countsOnceASeverity() {
        ReportedJvm jvm = new ReportedJvm(0);
        assertThat(groups.isNew(hoard("notice"), jvm)).isTrue();
        assertThat(groups.isNew(hoard("notice"), jvm)).isFalse();
        assertThat(groups.isNew(hoard("defect"), jvm)).isTrue();
        assertThat(groups.isNew(hoard("notice"), new ReportedJvm(1))).isTrue();
        ReportLine over = hoard("leak");
        over.put(Field.OVER, 1);
        assertThat(groups.isNew(over, jvm)).isFalse();
    }

    @Test
    void bounded() {
        for (int i = 0; i < 1005; i++) {
            groups.add(line("s" + i, 20), new ReportedSite("s" + i), new ReportedJvm(0));
        }
        groups.add(line("x", 20), null, new ReportedJvm(0));
        assertThat(groups.entries(true)).hasSize(1000);
        assertThat(groups.beyond()).isEqualTo(6);
    }
}
