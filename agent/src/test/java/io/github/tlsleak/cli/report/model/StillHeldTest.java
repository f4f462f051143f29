package io.github.tlsleak.cli.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
import org.junit.jupiter.api.Test;

class StillHeldTest {

    private static final String OF_4711 = "java -jar tlsleak.jar heap 4711";

    private final ReportedJvm jvm = jvm(0, 4711);
    private final StillHeld held = new StillHeld();

    private static ReportedJvm jvm(int index, long pid) {
        ReportLine meta = new ReportLine();
        meta.put(Field.PID, pid);
        ReportedJvm jvm = new ReportedJvm(index);
        jvm.describe(meta);
        return jvm;
    }

    private static ReportLine line(String verdict, boolean alive) {
        ReportLine line = new ReportLine();
        line.put(Field.VERDICT, verdict);
        if (alive) {
            line.put(Field.ALIVE, 1);
        }
        return line;
    }

    @Test
    void whatIsGoneIsNotHeld() {
        held.found(line("LOST", false), jvm);
        held.found(line("NATIVE", false), jvm);
        assertThat(held.command()).isNull();
        held.found(line("NATIVE", true), jvm);
        assertThat(held.command()).isEqualTo(OF_4711);
    }

    @Test
    void whatIsOverIsNotHeld() {
        held.found(line("STUCK", true), jvm);
        held.found(line("OPEN", false), jvm);
        held.over(line("STUCK", true), jvm);
        held.over(line("PEER_CLOSED", true), jvm);
        assertThat(held.command()).isEqualTo(OF_4711);
        held.over(line("OPEN", false), jvm);
        assertThat(held.command()).isNull();
    }

    @Test
    void aJvmThatHasEndedCannotBeAsked() {
        ReportedJvm other = jvm(1, 12);
        held.found(line("SESSION_HOARD", false), jvm);
        held.found(line("SESSION_HOARD", false), other);
        assertThat(held.command()).isEqualTo(OF_4711 + "; also of 12");
        jvm.openAtExit();
        assertThat(held.command()).isEqualTo("java -jar tlsleak.jar heap 12");
        ReportLine last = new ReportLine();
        last.put(Field.AT_EXIT, 1);
        other.summary(last);
        assertThat(held.command()).isNull();
    }

    @Test
    void theSummaryOfADumpEndsNothing() {
        held.found(line("RETAINED", false), jvm);
        jvm.summary(new ReportLine());
        assertThat(jvm.hasEnded()).isFalse();
        assertThat(held.command()).isEqualTo(OF_4711);
    }

    @Test
    void oneWithoutAProcessIsLeftOut() {
        held.found(line("STUCK", true), new ReportedJvm(2));
        assertThat(held.command()).isNull();
    }
}
