package io.github.tlsleak.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The JVMs of all reports, 1 000 at most; all others are one. Told apart by the run that each line
 * names, since several JVMs may write one file; in lines of 0.1.0, by host, process id and time of
 * start. Used by one thread.
 */
final class Jvms {

    static final int MAX_JVMS = 1_000;

    private final Map<String, Jvm> byId = new HashMap<>();
    private final Map<String, Jvm> byRun = new HashMap<>();
    private final List<Jvm> jvms = new ArrayList<>();
    private Jvm current;
    private Jvm others;
    private long beyond;

    /** Another file begins: its first lines are of nobody known. */
    void nextFile() {
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
    Jvm of(ReportLine line) {
        String run = line.text(Field.RUN);
        if (run != null) {
            return byRun(run);
        }
        current = current == null ? add() : current;
        return current;
    }

    /** A run whose meta line was rotated away is somebody of whom nothing else is known. */
    private Jvm byRun(String run) {
        Jvm jvm = byRun.get(run);
        if (jvm == null) {
            jvm = add();
            if (jvm != others) {
                byRun.put(run, jvm);
            }
        }
        return jvm;
    }

    private Jvm byId(ReportLine line) {
        String id =
                line.text(Field.HOST)
                        + ' '
                        + line.number(Field.PID, 0)
                        + ' '
                        + line.time(Field.STARTED);
        Jvm jvm = byId.get(id);
        if (jvm == null) {
            jvm = add();
            if (jvm != others) {
                byId.put(id, jvm);
            }
        }
        return jvm;
    }

    /** In the order of the reports. */
    List<Jvm> all() {
        return jvms;
    }

    /** How many there are. */
    long count() {
        return jvms.size() + beyond;
    }

    private Jvm add() {
        if (jvms.size() == MAX_JVMS) {
            others = others == null ? new Jvm(MAX_JVMS) : others;
            return others;
        }
        Jvm jvm = new Jvm(jvms.size());
        jvms.add(jvm);
        return jvm;
    }
}
