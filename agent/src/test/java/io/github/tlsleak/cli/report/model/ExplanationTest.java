package io.github.tlsleak.cli.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.common.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    @Test
    void ofEveryVerdictThereIsOne() {
        for (Verdict verdict : Verdict.values()) {
            Explanation explanation =
                    Explanation.of(verdict.name(), "SSLEngine", null, null, List.of());
            assertThat(explanation.what.startsWith("SSLEngine "))
                    .isNotEqualTo(verdict.isOnContexts());
            assertThat(explanation.why).isNotEmpty();
            assertThat(explanation.fix).isNotEmpty();
        }
        assertThat(contexts("CONTEXT_CHURN").fix).contains("share");
        assertThat(contexts("CONTEXT_HOARD").why).contains("cache");
    }

    private static Explanation contexts(String verdict) {
        return Explanation.of(verdict, "SSLContext", null, null, List.of());
    }

    @Test
    void ofWhatIsNotKnownThereIsNone() {
        assertThat(Explanation.of("STRANGE", "SSLEngine", null, null, List.of())).isNull();
        assertThat(Explanation.of("LOST", null, null, null, List.of())).isNull();
        assertThat(contexts("STRANGE")).isNull();
        assertThat(Explanation.known("strange")).isNull();
        assertThat(Explanation.known("java.net.http").link()).startsWith("https://");
    }
}
