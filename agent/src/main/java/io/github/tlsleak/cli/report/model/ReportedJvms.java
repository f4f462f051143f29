package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
import io.github.tlsleak.cli.report.select.Selection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The JVMs of all reports. Keeps 10 000 at most; all others count as one. Each line names the run
 * that wrote it, because several JVMs may write one file. Lines of 0.1.0 name no run; their JVM is
 * known by host, process id and time of start. Used by one thread.
 */
public final class ReportedJvms {

    public static final int MAX_JVMS = 10_000;

    /** The texts of a meta line that are kept. */
    static final Field[] TEXTS = {
        Field.RUN,
        Field.HOST,
        Field.MAIN,
        Field.JVM,
        Field.JAVA,
        Field.AGENT,
        Field.MODE,
        Field.OPTIONS
    };

    private final Map<String, ReportedJvm> byId = new HashMap<>();
    private final Map<String, ReportedJvm> byRun = new HashMap<>();
    private final List<ReportedJvm> jvms = new ArrayList<>();
    private final TreeSet<String> labels = new TreeSet<>();
    private List<ReportedJvm> unfit = new ArrayList<>();
    private final ReportedJvm others = new ReportedJvm(MAX_JVMS);
    private @Nullable ReportedJvm current;

    /** The run that the last line named; a file is of few runs. */
    private String lastRun = "";

    private @Nullable ReportedJvm ofLastRun;
    private boolean othersUsed;
    private long beyond;

    /** Another file begins. Nobody knows the JVM of its lines before the first meta line. */
    public void nextFile() {
        current = null;
    }

    /** Takes a line of type meta. Later lines that name no run belong to that JVM. */
    void begin(ReportLine line) {
        String run = line.text(Field.RUN);
        current =
                run != null
                        ? byRun(run)
                        : byId(
                                id(
                                        line.text(Field.HOST),
                                        Math.max(0, line.number(Field.PID, 0)),
                                        line.time(Field.STARTED)));
        if (current == others) {
            beyond++;
        } else {
            current.twice |= current.ofDocument;
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
        if (!current.isKnown()) {
            current.addContent(line);
        }
        return current;
    }

    /** The JVM of a run. If its meta line was rotated away, nothing else is known of it. */
    ReportedJvm byRun(String run) {
        if (ofLastRun != null && lastRun.equals(run)) {
            return ofLastRun;
        }
        ReportedJvm jvm = byRun.get(run);
        if (jvm == null) {
            jvm = add();
            if (jvm != others) {
                jvm.run(run);
                byRun.put(run, jvm);
            }
        }
        lastRun = run;
        ofLastRun = jvm;
        return jvm;
    }

    /** The JVM that host, process id and time of start tell apart. */
    ReportedJvm byId(String id) {
        ReportedJvm jvm = byId.get(id);
        if (jvm == null) {
            jvm = add();
            if (jvm != others) {
                byId.put(id, jvm);
            }
        }
        return jvm;
    }

    static String id(@Nullable String host, long pid, long started) {
        return host + ' ' + pid + ' ' + started;
    }

    /** A JVM that was not told of before. */
    ReportedJvm add() {
        if (jvms.size() == MAX_JVMS) {
            return others();
        }
        ReportedJvm jvm = new ReportedJvm(jvms.size());
        jvms.add(jvm);
        return jvm;
    }

    /** Stands for all JVMs beyond the bound. */
    ReportedJvm others() {
        othersUsed = true;
        return others;
    }

    /** Whether a JVM is the one that stands for those beyond the bound. */
    boolean isOthers(ReportedJvm jvm) {
        return jvm == others;
    }

    /** Counts JVMs that are not kept. */
    void addBeyond(long count) {
        beyond += count;
        othersUsed |= count > 0;
    }

    /**
     * Everything was read: keeps the JVMs that are wanted, and puts them in order. Those beyond the
     * bound are wanted only if all are.
     */
    void settle(Selection selection) {
        for (ReportedJvm jvm : jvms) {
            labels.addAll(jvm.labels().keySet());
        }
        List<ReportedJvm> read = new ArrayList<>(jvms);
        jvms.removeIf(jvm -> !selection.takes(jvm::label));
        if (jvms.isEmpty()) {
            unfit = read;
        }
        if (!selection.wheres().isEmpty()) {
            othersUsed = false;
            beyond = 0;
        }
        jvms.sort(ReportedJvm.ORDER);
        for (int i = 0; i < jvms.size(); i++) {
            jvms.get(i).index(i);
        }
    }

    /** Those that are kept, and the one that stands for the others if there are any. */
    List<ReportedJvm> withOthers() {
        List<ReportedJvm> all = new ArrayList<>(jvms);
        if (othersUsed) {
            all.add(others);
        }
        return all;
    }

    /** Number of JVMs that a document tells of, and another document or report as well. */
    public long twice() {
        return jvms.stream().filter(jvm -> jvm.twice).count();
    }

    /** Names of the labels of all JVMs that were read, also of those that are not wanted. */
    public Iterable<String> labels() {
        return labels;
    }

    /** The JVMs that were read, if none of them is wanted. */
    public List<ReportedJvm> unfit() {
        return unfit;
    }

    /** The JVMs that are kept, in the order of their start. */
    public List<ReportedJvm> all() {
        return jvms;
    }

    /** Number of JVMs that are not kept. */
    public long beyond() {
        return beyond;
    }

    /** Number of all JVMs, those that are not kept included. */
    public long count() {
        return jvms.size() + beyond;
    }

    /** Those that were killed or are still running. Those beyond the bound count as one JVM. */
    public List<ReportedJvm> withoutSummary() {
        List<ReportedJvm> without = withOthers();
        without.removeIf(ReportedJvm::hasSummary);
        return without;
    }
}
