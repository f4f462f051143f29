package io.github.tlsleak.cli.report.model.overview;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.ReportedJvm;
import io.github.tlsleak.cli.report.model.SiteFindings;
import io.github.tlsleak.cli.report.read.ReportTimes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The last time that is known of each program: of its last finding, or of its last summary, in any
 * of its JVMs. So a program that was started anew without a leak shows that the leak has stopped.
 * Used by one thread.
 */
final class ProgramEnds {

    private final Map<String, Long> ends = new HashMap<>();
    private final List<ReportedJvm> jvms;
    private long all = ReportTimes.UNKNOWN;

    ProgramEnds(Analysis analysis) {
        jvms = analysis.jvms().all();
        boolean until = false;
        for (String filter : analysis.filters()) {
            until |= filter.startsWith("until ");
        }
        for (ReportedJvm jvm : jvms) {
            // a summary later than --until says nothing of findings left out
            long end = until ? ReportTimes.UNKNOWN : jvm.summary().time();
            end = Math.max(end, jvm.tally().last());
            ends.merge(program(jvm), end, Math::max);
            all = Math.max(all, end);
        }
    }

    private static String program(ReportedJvm jvm) {
        return jvm.labelOrNone(ReportedJvm.PROGRAM);
    }

    /** The last time that is known of the programs with findings at a site. */
    long of(SiteFindings findings) {
        long end = findings.last();
        for (int index : findings.jvms(Integer.MAX_VALUE)) {
            boolean known = index < jvms.size();
            end = Math.max(end, known ? ends.getOrDefault(program(jvms.get(index)), all) : all);
        }
        return end;
    }
}
