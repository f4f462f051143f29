package io.github.tlsleak.cli.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
import org.junit.jupiter.api.Test;

class OpenSessionsTest {

    private final OpenSessions open = new OpenSessions();
    private final ReportedSite site = new ReportedSite("a");
    private final ReportedJvm jvm = new ReportedJvm(0);

    private static ReportLine session(Field timeField, long time, long age) {
        ReportLine line = new ReportLine();
        line.put(timeField, time);
        line.put(Field.AGE, age);
        return line;
    }

    private void add(Field timeField, long time, long age) {
        open.add(session(timeField, time, age), site, jvm);
    }

    @Test
    void whatIsNotHeardOfAgainIsOpen() {
        add(Field.CREATED, 1, 70);
        add(Field.CREATED, 2, 90);
        add(Field.CREATED, 2, 95);
        add(Field.SEEN, 3, 10);
        open.end(session(Field.CREATED, 1, 80), site, jvm);
        open.end(session(Field.CREATED, 2, 80), site, new ReportedJvm(1));
        open.end(session(Field.CREATED, 999, 80), site, jvm);
        assertThat(open.bySite()).hasSize(1);
        assertThat(open.bySite().get(0).sessions).isEqualTo(2);
        assertThat(open.bySite().get(0).oldestMillis).isEqualTo(90);
        assertThat(open.oldest()).extracting(s -> s.age).containsExactly(90L, 10L);
        open.end(session(Field.CREATED, 2, 99), site, jvm);
        open.end(session(Field.SEEN, 3, 99), site, jvm);
        assertThat(open.bySite()).isEmpty();
    }

    @Test
    void theEndOfAJvmListsItsSessionsOnceMore() {
        add(Field.CREATED, 1, 70);
        add(Field.CREATED, 2, 90);
        atExit(1, 80, 0);
        atExit(3, 60, 0);
        atExit(3, 60, 5);
        assertThat(open.size()).isEqualTo(7);
        assertThat(open.bySite().get(0).atExit).isEqualTo(7);
        assertThat(open.bySite().get(0).sessions).isEqualTo(7);
        assertThat(open.oldest()).extracting(s -> s.created).containsExactly(1L, 3L);
        assertThat(open.oldest()).extracting(s -> s.sessions).containsExactly(1L, 6L);
    }

    private void atExit(long created, long age, long count) {
        ReportLine line = session(Field.CREATED, created, age);
        line.put(Field.AT_EXIT, 1);
        if (count > 0) {
            line.put(Field.COUNT, count);
        }
        open.add(line, site, jvm);
    }

    @Test
    void byAge() {
        long[] ages = {0, 59_999, 60_000, 600_000, 3_600_000, 86_399_999, 86_400_000};
        for (int i = 0; i < ages.length; i++) {
            add(Field.CREATED, i, ages[i]);
        }
        assertThat(open.bySite().get(0).ages).containsExactly(2, 1, 1, 2, 1);
    }

    @Test
    void bounded() {
        for (int i = 0; i < 10_003; i++) {
            add(Field.CREATED, i, i);
        }
        assertThat(open.size()).isEqualTo(10_000);
        assertThat(open.beyond()).isEqualTo(3);
    }
}
