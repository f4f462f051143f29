package io.github.tlsleak.cli.report.model.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.SiteFindings;
import io.github.tlsleak.cli.report.model.overview.Trend.Direction;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What the times of findings say of a site. */
class TrendTest {

    private static Trend trend(Consumer<ReportText> lines) {
        ReportText text = new ReportText().jvm("com.acme.Shop");
        lines.accept(text);
        Analysis analysis = text.read();
        SiteFindings findings =
                analysis.sites().byCost().stream()
                        .filter(site -> site.site().fingerprint().equals("a"))
                        .findFirst()
                        .orElseThrow();
        return Overview.of(analysis).trend(findings);
    }

    @Test
    void fewFindings() {
        Trend trend = trend(text -> text.leaks("a", 5, 0, 3600).summary(3600));
        assertThat(trend.direction).isEqualTo(Direction.UNKNOWN);
        assertThat(trend.text()).isEqualTo("too short to tell");
    }

    @Test
    void shortTime() {
        Trend trend = trend(text -> text.leaks("a", 100, 0, 59).summary(59));
        assertThat(trend.text()).isEqualTo("too short to tell");
    }

    @Test
    void noTimes() {
        Trend trend =
                trend(
                        text -> {
                            for (int i = 0; i < 9; i++) {
                                text.leak("a", "LOST", "leak", 0, ",\"time\":\"?\"");
                            }
                        });
        assertThat(trend.text()).isEqualTo("too short to tell");
    }

    @Test
    void steady() {
        Trend trend = trend(text -> text.leaks("a", 60, 600, 3600).summary(3600));
        assertThat(trend.text()).isEqualTo("steady since 2026-11-22 10:10 UTC");
    }

    @Test
    void rising() {
        Trend trend =
                trend(
                        text ->
                                text.leaks("a", 10, 0, 1200)
                                        .leaks("a", 90, 1200, 3600)
                                        .summary(3600));
        assertThat(trend.text()).isEqualTo("rising since 2026-11-22 10:00 UTC");
    }

    @Test
    void falling() {
        Trend trend =
                trend(text -> text.leaks("a", 50, 0, 2400).leaks("a", 5, 2400, 3600).summary(3600));
        assertThat(trend.text()).isEqualTo("falling since 2026-11-22 10:00 UTC");
    }

    /** All that was garbage is found when the JVM ends: that is no rise. */
    @Test
    void oneBurstAtTheEndIsNoRise() {
        Trend trend =
                trend(
                        text ->
                                text.leaks("a", 10, 0, 3600)
                                        .leaks("a", 500, 3599, 3600)
                                        .summary(3600));
        assertThat(trend.direction).isEqualTo(Direction.STEADY);
    }

    @Test
    void littleBesidesOneBurst() {
        Trend trend = trend(text -> text.leaks("a", 20, 0, 1).leaks("a", 4, 0, 3600).summary(3600));
        assertThat(trend.direction).isEqualTo(Direction.UNKNOWN);
    }

    @Test
    void stopped() {
        Trend trend = trend(text -> text.leaks("a", 60, 0, 1800).summary(3600));
        assertThat(trend.text()).isEqualTo("stopped: none since 2026-11-22 10:29 UTC");
    }

    /** The next release, which has no leak, runs on. */
    @Test
    void stoppedInALaterJvm() {
        Trend trend =
                trend(
                        text ->
                                text.leaks("a", 60, 0, 1800)
                                        .summary(1800)
                                        .jvm("com.acme.Shop")
                                        .summary(7200));
        assertThat(trend.direction).isEqualTo(Direction.STOPPED);
    }

    /** Another program tells nothing of this one, which has ended. */
    @Test
    void notStoppedByItsEnd() {
        Trend trend =
                trend(
                        text ->
                                text.leaks("a", 60, 0, 1800)
                                        .summary(1800)
                                        .jvm("com.acme.Billing")
                                        .leaks("b", 60, 0, 7200));
        assertThat(trend.direction).isEqualTo(Direction.STEADY);
    }
}
