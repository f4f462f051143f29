package io.github.tlsleak.cli.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.common.verdict.Verdict;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    @Test
    void ofEveryVerdictThereIsOne() {
        for (Verdict verdict : Verdict.values()) {
            Explanation explanation = Explanation.of(verdict.name(), "SSLEngine", null, null);
            assertThat(explanation.what).startsWith("SSLEngine ");
            assertThat(explanation.why).isNotEmpty();
            assertThat(explanation.fix).isNotEmpty();
        }
        assertThat(Explanation.ofContexts("CONTEXT_CHURN").fix).contains("share");
        assertThat(Explanation.ofContexts("CONTEXT_HOARD").why).contains("cache");
    }

    @Test
    void ofWhatIsNotKnownThereIsNone() {
        assertThat(Explanation.of("STRANGE", "SSLEngine", null, null)).isNull();
        assertThat(Explanation.of("LOST", null, null, null)).isNull();
        assertThat(Explanation.ofContexts("STRANGE")).isNull();
        assertThat(Explanation.known("strange")).isNull();
        assertThat(Explanation.known("java.net.http").link()).startsWith("https://");
    }
}
