package io.github.tlsleak.cli.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
import org.junit.jupiter.api.Test;

class ReportedJvmsTest {

    private final ReportedJvms jvms = new ReportedJvms();

    private static ReportLine meta(long pid) {
        ReportLine line = new ReportLine();
        line.put(Field.PID, pid);
        return line;
    }

    @Test
    void metaLinesTellWhoWrites() {
        jvms.begin(meta(1));
        ReportedJvm first = jvms.of(new ReportLine());
        jvms.begin(meta(2));
        assertThat(jvms.of(new ReportLine())).isNotSameAs(first);
        jvms.begin(meta(1));
        assertThat(jvms.of(new ReportLine())).isSameAs(first);
        assertThat(jvms.count()).isEqualTo(2);
    }

    @Test
    void aFileWithoutItsBeginningIsOfSomebodyElse() {
        jvms.begin(meta(1));
        jvms.nextFile();
        assertThat(jvms.of(new ReportLine()).isKnown()).isFalse();
        assertThat(jvms.of(new ReportLine())).isSameAs(jvms.of(new ReportLine()));
        assertThat(jvms.count()).isEqualTo(2);
    }

    private static ReportLine of(String run) {
        ReportLine line = new ReportLine();
        line.put(Field.RUN, run);
        return line;
    }

    @Test
    void aLineThatNamesItsRunIsOfThatJvm() {
        ReportLine first = of("a");
        first.put(Field.PID, 1);
        ReportLine second = of("b");
        second.put(Field.PID, 2);
        jvms.begin(first);
        jvms.begin(second);
        assertThat(jvms.of(of("a")).pid()).isEqualTo(1);
        assertThat(jvms.of(of("b")).pid()).isEqualTo(2);
        // lines of 0.1.0 belong to the last meta line
        assertThat(jvms.of(new ReportLine()).pid()).isEqualTo(2);
        assertThat(jvms.count()).isEqualTo(2);
    }

    @Test
    void aRunMayTellOfItselfLater() {
        ReportedJvm early = jvms.of(of("a"));
        assertThat(early.isKnown()).isFalse();
        jvms.begin(of("a"));
        assertThat(jvms.of(of("a"))).isSameAs(early);
        assertThat(early.isKnown()).isTrue();
        jvms.nextFile();
        assertThat(jvms.of(of("a"))).isSameAs(early);
        assertThat(jvms.count()).isEqualTo(1);
    }

    @Test
    void runsAreBounded() {
        for (int i = 0; i < ReportedJvms.MAX_JVMS + 3; i++) {
            jvms.of(of("r" + i));
        }
        assertThat(jvms.all()).hasSize(ReportedJvms.MAX_JVMS);
        assertThat(jvms.of(of("r" + (ReportedJvms.MAX_JVMS + 1))).index())
                .isEqualTo(ReportedJvms.MAX_JVMS);
    }

    @Test
    void bounded() {
        for (int i = 0; i < ReportedJvms.MAX_JVMS + 3; i++) {
            jvms.begin(meta(i));
        }
        assertThat(jvms.all()).hasSize(ReportedJvms.MAX_JVMS);
        assertThat(jvms.count()).isEqualTo(ReportedJvms.MAX_JVMS + 3);
        assertThat(jvms.of(new ReportLine()).index()).isEqualTo(ReportedJvms.MAX_JVMS);
    }
}
