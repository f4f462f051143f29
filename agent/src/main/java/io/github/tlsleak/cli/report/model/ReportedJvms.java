package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JVMs of all reports. Keeps 1 000 at most; all others count as one. Each line names the run
 * that wrote it, because several JVMs may write one file. Lines of 0.1.0 name no run; their JVM is
 * known by host, process id and time of start. Used by one thread.
 */
public final class ReportedJvms {

    public static final int MAX_JVMS = 1_000;

    private final Map<String, ReportedJvm> byId = new HashMap<>();
    private final Map<String, ReportedJvm> byRun = new HashMap<>();
    private final List<ReportedJvm> jvms = new ArrayList<>();
    private @Nullable ReportedJvm current;
    private @Nullable ReportedJvm others;
    private long beyond;

    /** Another file begins. Nobody knows the JVM of its lines before the first meta line. */
    public void nextFile() {
        current = null;
    }

    /** Takes a line of type meta. Later lines that name no run belong to that JVM. */
    void begin(ReportLine line) {
        current = line.text(Field.RUN) == null ? byId(line) : byRun(line.text(Field.RUN));
        if (current == others) {
            beyond++;
        } else {
            current.describe(line);
        }
    }

    /** The JVM that wrote a line. */
    ReportedJvm of(ReportLine line) {
        String run = line.text(Field.RUN);
        if (run != null) {
            return byRun(run);
        }
        current = current == null ? add() : current;
        return current;
    }

    /** The JVM of a run. If its meta line was rotated away, nothing else is known of it. */
    private ReportedJvm byRun(@Nullable String run) {
        ReportedJvm jvm = byRun.get(run);
        if (jvm == null) {
            jvm = add();
            if (jvm != others) {
                byRun.put(run, jvm);
            }
        }
        return jvm;
    }

    private ReportedJvm byId(ReportLine line) {
        String id =
                line.text(Field.HOST)
                        + ' '
                        + line.number(Field.PID, 0)
                        + ' '
                        + line.time(Field.STARTED);
        ReportedJvm jvm = byId.get(id);
        if (jvm == null) {
            jvm = add();
            if (jvm != others) {
                byId.put(id, jvm);
            }
        }
        return jvm;
    }

    /** The JVMs that are kept, in the order of the reports. */
    public List<ReportedJvm> all() {
        return jvms;
    }

    /** Number of all JVMs, those that are not kept included. */
    public long count() {
        return jvms.size() + beyond;
    }

    /** Those that were killed or are still running. Those beyond the bound count as one JVM. */
    public List<ReportedJvm> withoutSummary() {
        List<ReportedJvm> without = new ArrayList<>(jvms);
        if (others != null) {
            without.add(others);
        }
        without.removeIf(ReportedJvm::hasSummary);
        return without;
    }

    private ReportedJvm add() {
        if (jvms.size() == MAX_JVMS) {
            others = others == null ? new ReportedJvm(MAX_JVMS) : others;
            return others;
        }
        ReportedJvm jvm = new ReportedJvm(jvms.size());
        jvms.add(jvm);
        return jvm;
    }
}
