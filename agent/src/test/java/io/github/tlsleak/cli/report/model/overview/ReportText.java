package io.github.tlsleak.cli.report.model.overview;

import io.github.tlsleak.cli.report.format.Written;
import io.github.tlsleak.cli.report.model.Analysis;
import java.time.Instant;

/** Writes the lines of reports that tests of the overview read. Used by one thread. */
final class ReportText {

    static final long START = Instant.parse("2026-11-22T10:00:00Z").toEpochMilli();

    private final StringBuilder text = new StringBuilder();
    private int pid;

    /** A JVM begins; lines are its from now on. */
    ReportText jvm(String main) {
        pid++;
        text.append("{\"type\":\"meta\",\"schema\":1,\"agent\":\"1\",\"pid\":").append(pid);
        text.append(",\"host\":\"h\",\"main\":\"").append(main);
        return line("\",\"started\":\"" + Instant.ofEpochMilli(START) + "\"");
    }

    ReportText site(String site, String frame) {
        String stack = "\",\"owner\":\"application\",\"stack\":[\"" + frame + "\"]";
        return line("{\"type\":\"site\",\"site\":\"" + site + "\",\"frame\":\"" + frame + stack);
    }

    /** One finding on a session. */
    ReportText leak(String site, String verdict, String severity, long second, String more) {
        return finding("leak", site, verdict, severity, second, more);
    }

    ReportText finding(
            String type, String site, String verdict, String severity, long second, String more) {
        text.append("{\"type\":\"").append(type).append("\",\"site\":\"").append(site);
        text.append("\",\"resource\":\"SSLSocket\",\"verdict\":\"").append(verdict);
        text.append("\",\"severity\":\"").append(severity).append("\",\"time\":\"");
        return line(text(second) + "\"" + more);
    }

    /** Findings at equal distances, from one second to before another. */
    ReportText leaks(String site, int count, long from, long to) {
        for (int i = 0; i < count; i++) {
            leak(site, "LOST", "leak", from + (to - from) * i / count, "");
        }
        return this;
    }

    ReportText summary(long second) {
        return line("{\"type\":\"summary\",\"created\":9,\"time\":\"" + text(second) + "\"");
    }

    private static String text(long second) {
        return Instant.ofEpochMilli(START + second * 1000).toString();
    }

    private ReportText line(String rest) {
        text.append(rest).append("}\n");
        return this;
    }

    Analysis read() {
        return Written.read(text.toString());
    }
}
