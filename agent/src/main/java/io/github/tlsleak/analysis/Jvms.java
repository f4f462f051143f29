package io.github.tlsleak.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The JVMs of all reports, 1 000 at most; all others are one. Told apart by host, process id and
 * time of start. Used by one thread.
 */
final class Jvms {

    static final int MAX_JVMS = 1_000;

    private final Map<String, Jvm> byId = new HashMap<>();
    private final List<Jvm> jvms = new ArrayList<>();
    private Jvm current;
    private Jvm others;
    private long beyond;

    /** Another file begins: its first lines are of nobody known. */
    void nextFile() {
        current = null;
    }

    /** Takes a line of type meta: what follows is of that JVM. */
    void begin(ReportLine line) {
        String id =
                line.text(Field.HOST)
                        + ' '
                        + line.number(Field.PID, 0)
                        + ' '
                        + line.time(Field.STARTED);
        current = byId.get(id);
        if (current == null) {
            current = add();
            if (current != others) {
                byId.put(id, current);
            }
        }
        if (current != others) {
            current.describe(line);
        }
    }

    /** Who writes now. */
    Jvm current() {
        current = current == null ? add() : current;
        return current;
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
            beyond++;
            others = others == null ? new Jvm(MAX_JVMS) : others;
            return others;
        }
        Jvm jvm = new Jvm(jvms.size());
        jvms.add(jvm);
        return jvm;
    }
}
