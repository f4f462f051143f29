package io.github.tlsleak.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpenSessionsTest {

    private final OpenSessions open = new OpenSessions();
    private final SiteStats site = new SiteStats("a");

    private static ReportLine session(String nameOfTime, String time, long age) {
        ReportLine line = new ReportLine();
        line.put("site", "a");
        line.put(nameOfTime, time);
        line.put("ageMillis", age);
        return line;
    }

    @Test
    void whatIsNotHeardOfAgainIsOpen() {
        open.add(session("created", "1", 70), site);
        open.add(session("created", "2", 90), site);
        open.add(session("created", "2", 95), site);
        open.add(session("seen", "3", 10), site);
        open.end(session("created", "1", 80));
        open.end(session("created", "never told", 80));
        assertThat(open.bySite()).hasSize(1);
        assertThat(open.bySite().get(0).sessions).isEqualTo(2);
        assertThat(open.bySite().get(0).oldestMillis).isEqualTo(90);
        open.end(session("created", "2", 99));
        open.end(session("seen", "3", 99));
        assertThat(open.bySite()).isEmpty();
    }

    @Test
    void bounded() {
        for (int i = 0; i < 10_003; i++) {
            open.add(session("created", Integer.toString(i), i), site);
        }
        assertThat(open.bySite().get(0).sessions).isEqualTo(10_000);
        assertThat(open.beyond()).isEqualTo(3);
    }
}
