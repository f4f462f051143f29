package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The JVMs of all reports, 1 000 at most; all others are one. Told apart by the run that each line
 * names, since several JVMs may write one file; in lines of 0.1.0, by host, process id and time of
 * start. Used by one thread.
 */
public final class ReportedJvms {

    public static final int MAX_JVMS = 1_000;

    private final Map<String, ReportedJvm> byId = new HashMap<>();
    private final Map<String, ReportedJvm> byRun = new HashMap<>();
    private final List<ReportedJvm> jvms = new ArrayList<>();
    private ReportedJvm current;
    private ReportedJvm others;
    private long beyond;

    /** Another file begins: its first lines are of nobody known. */
    public void nextFile() {
        current = null;
    }

    /** Takes a line of type meta: what follows and names no run is of that JVM. */
    void begin(ReportLine line) {
        current = line.text(Field.RUN) == null ? byId(line) : byRun(line.text(Field.RUN));
        if (current == others) {
            beyond++;
        } else {
            current.describe(line);
        }
    }

    /** Who wrote a line. */
    ReportedJvm of(ReportLine line) {
        String run = line.text(Field.RUN);
        if (run != null) {
            return byRun(run);
        }
        current = current == null ? add() : current;
        return current;
    }

    /** A run whose meta line was rotated away is somebody of whom nothing else is known. */
    private ReportedJvm byRun(String run) {
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

    /** In the order of the reports. */
    public List<ReportedJvm> all() {
        return jvms;
    }

    /** How many there are. */
    public long count() {
        return jvms.size() + beyond;
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
