package io.github.tlsleak.cli.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
import org.junit.jupiter.api.Test;

class ContextFindingsTest {

    private final ContextFindings contexts = new ContextFindings();

    private static ReportLine line(String site, long number) {
        ReportLine line = new ReportLine();
        line.put(Field.SITE, site);
        line.put(Field.VERDICT, "CONTEXT_CHURN");
        line.put(Field.CONTEXTS, number);
        line.put(Field.SESSIONS, 1);
        return line;
    }

    @Test
    void theLastWordOfEachJvm() {
        ReportedSite site = new ReportedSite("a");
        contexts.add(line("a", 20), site, new ReportedJvm(0));
        contexts.add(line("a", 30), site, new ReportedJvm(1));
        contexts.add(line("a", 40), site, new ReportedJvm(0));
        assertThat(contexts.entries()).hasSize(1);
        assertThat(contexts.entries().get(0).contexts()).isEqualTo(70);
        assertThat(contexts.entries().get(0).sessions()).isEqualTo(2);
        assertThat(contexts.entries().get(0).jvmCount()).isEqualTo(2);
    }

    @Test
    void bounded() {
        for (int i = 0; i < 1005; i++) {
            contexts.add(line("s" + i, 20), new ReportedSite("s" + i), new ReportedJvm(0));
        }
        contexts.add(line("x", 20), null, new ReportedJvm(0));
        assertThat(contexts.entries()).hasSize(1000);
        assertThat(contexts.beyond()).isEqualTo(6);
    }
}
