package io.github.tlsleak.cli.report.model.compare;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.ReportedJvm;
import io.github.tlsleak.cli.report.read.ReportTimes;
import java.util.Locale;

/**
 * How long the JVMs of a report were observed, all together: each from the start of its agent to
 * its last summary or finding. Immutable.
 */
public final class ObservedTime {

    private static final double HOUR = 3_600_000;
    private static final double DAY = 24;

    /** Milliseconds; 0 if that is not known of every JVM. */
    public final long millis;

    private ObservedTime(long millis) {
        this.millis = millis;
    }

    static ObservedTime of(Analysis analysis) {
        long sum = 0;
        for (ReportedJvm jvm : analysis.jvms().all()) {
            long end = Math.max(jvm.summary().time(), jvm.tally().last());
            if (jvm.started() == ReportTimes.UNKNOWN || end <= jvm.started()) {
                return new ObservedTime(0);
            }
            sum += end - jvm.started();
        }
        return new ObservedTime(analysis.jvms().beyond() > 0 ? 0 : sum);
    }

    boolean isKnown() {
        return millis > 0;
    }

    /** The time in words, such as {@code 168 h}. */
    String text() {
        double hours = millis / HOUR;
        return String.format(Locale.ROOT, hours < 10 ? "%.1f h" : "%.0f h", hours);
    }

    /** How often something was found in an hour of a JVM. */
    double perHour(long count) {
        return count / (millis / HOUR);
    }

    /** How often something was found, per hour or day of a JVM, in words. */
    String rate(long count, boolean perDay) {
        double rate = perHour(count);
        return perDay ? number(rate * DAY) + " a day" : number(rate) + " an hour";
    }

    private static String number(double rate) {
        if (rate > 0 && rate < 0.1) {
            return "less than 0.1";
        }
        return String.format(Locale.ROOT, rate > 0 && rate < 10 ? "%.1f" : "%.0f", rate);
    }
}
