package io.github.tlsleak.cli.report.model.compare;

import io.github.tlsleak.cli.report.model.ReportedSite;
import io.github.tlsleak.cli.report.model.SiteFindings;
import org.jspecify.annotations.Nullable;

/** One site in two reports. Immutable. */
public final class ComparedSite {

    public final Change change;

    /** Its findings, those of the earlier report if it is gone. */
    public final SiteFindings findings;

    /** The responsible site. */
    public final ReportedSite blamed;

    /** Number of findings now. */
    public final long count;

    /** Number of findings in the earlier report. */
    public final long earlier;

    /** How often it is found now, in words; null if it is not known how long the JVMs ran. */
    public final @Nullable String rate;

    /** The same of the earlier report. */
    public final @Nullable String earlierRate;

    /** Whether the report that does not have it may only have been too short for it. */
    public final boolean unsure;

    ComparedSite(
            Change change,
            SiteFindings findings,
            ReportedSite blamed,
            long count,
            long earlier,
            Exposure exposure) {
        this.change = change;
        this.findings = findings;
        this.blamed = blamed;
        this.count = count;
        this.earlier = earlier;
        rate = exposure.rate(count, earlier);
        earlierRate = exposure.earlierRate(count, earlier);
        unsure =
                change == Change.NEW
                        ? exposure.mayBeMissed(count, true)
                        : change == Change.GONE && exposure.mayBeMissed(earlier, false);
    }

    /** The numbers in words, such as {@code 12 (1.5 an hour), was 3 (0.4 an hour)}. */
    public String words() {
        String now = part(count, rate);
        switch (change) {
            case NEW:
                return now + (unsure ? ", may be older: too seldom to tell" : "");
            case GONE:
                String was = "was " + part(earlier, earlierRate);
                return was + (unsure ? ", may come again: too seldom to tell" : "");
            default:
                return now + ", was " + part(earlier, earlierRate);
        }
    }

    private static String part(long count, @Nullable String rate) {
        return rate == null ? Long.toString(count) : count + " (" + rate + ")";
    }
}
