package io.github.tlsleak.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JvmsTest {

    private final Jvms jvms = new Jvms();

    private static ReportLine meta(long pid) {
        ReportLine line = new ReportLine();
        line.put(Field.PID, pid);
        return line;
    }

    @Test
    void metaLinesTellWhoWrites() {
        jvms.begin(meta(1));
        Jvm first = jvms.current();
        jvms.begin(meta(2));
        assertThat(jvms.current()).isNotSameAs(first);
        jvms.begin(meta(1));
        assertThat(jvms.current()).isSameAs(first);
        assertThat(jvms.count()).isEqualTo(2);
    }

    @Test
    void aFileWithoutItsBeginningIsOfSomebodyElse() {
        jvms.begin(meta(1));
        jvms.nextFile();
        assertThat(jvms.current().isKnown()).isFalse();
        assertThat(jvms.current()).isSameAs(jvms.current());
        assertThat(jvms.count()).isEqualTo(2);
    }

    @Test
    void bounded() {
        for (int i = 0; i < Jvms.MAX_JVMS + 3; i++) {
            jvms.begin(meta(i));
        }
        assertThat(jvms.all()).hasSize(Jvms.MAX_JVMS);
        assertThat(jvms.count()).isEqualTo(Jvms.MAX_JVMS + 3);
        assertThat(jvms.current().index()).isEqualTo(Jvms.MAX_JVMS);
    }
}
