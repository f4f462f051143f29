package io.github.tlsleak.agent.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineLimitTest {

    private final LineLimit<String> limit = new LineLimit<>();

    private int allowed(String site, int lines) {
        int allowed = 0;
        for (int i = 0; i < lines; i++) {
            allowed += limit.allows(site) ? 1 : 0;
        }
        return allowed;
    }

    @Test
    void aThousandASecondAndSite() {
        // a test that takes longer than a second here sees more
        assertThat(allowed("a", 1_500)).isBetween(1_000, 1_499);
        assertThat(limit.allows("b")).isTrue();
    }

    @Test
    void nothingLeftOutNothingDue() {
        assertThat(allowed("a", 1_000)).isEqualTo(1_000);
        assertThat(limit.due()).isEmpty();
        assertThat(limit.all()).isEmpty();
        assertThat(limit.skippedBefore("a")).isZero();
    }

    @Test
    void whatWasLeftOutIsToldOnce() {
        int skipped = 1_500 - allowed("a", 1_500);
        allowed("b", 10);
        assertThat(limit.all()).containsExactly("a");
        assertThat(limit.skippedBefore("a")).isEqualTo(skipped);
        assertThat(limit.skippedBefore("a")).isZero();
        assertThat(limit.all()).isEmpty();
    }

    @Test
    void theNextSecondStartsAfresh() {
        allowed("a", 1_500);
        limit.all();
        assertThat(limit.allows("a")).isTrue();
    }

    @Test
    void severalSites() {
        int skipped = 2_400 - allowed("a", 1_200) - allowed("b", 1_200);
        assertThat(limit.all()).containsExactlyInAnyOrder("a", "b");
        assertThat(limit.skippedBefore("a") + limit.skippedBefore("b")).isEqualTo(skipped);
    }
}
