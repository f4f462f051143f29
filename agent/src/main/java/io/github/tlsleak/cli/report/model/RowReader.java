package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportTimes;
import io.github.tlsleak.cli.report.row.Row;
import io.github.tlsleak.cli.report.row.RowField;
import io.github.tlsleak.cli.report.row.RowKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the rows of documents into the tables of an analysis. Used by one thread. */
final class RowReader {

    /** The fields of rows that have {@link ReportedJvms#TEXTS}, in the same order. */
    static final RowField[] TEXTS = {
        RowField.RUN,
        RowField.HOST,
        RowField.MAIN,
        RowField.NAME,
        RowField.JAVA,
        RowField.AGENT,
        RowField.MODE,
        RowField.OPTIONS
    };

    private final Analysis analysis;

    /** The JVMs of the document, by their index there. */
    private final List<ReportedJvm> jvms = new ArrayList<>();

    RowReader(Analysis analysis) {
        this.analysis = analysis;
    }

    void nextDocument() {
        jvms.clear();
    }

    void row(RowKind kind, Row row) {
        switch (kind) {
            case JVM:
                jvms.add(jvm(row));
                break;
            case SITE:
                SiteCells described = site(row);
                if (described != null) {
                    described.site.load(row);
                }
                break;
            case FINDINGS:
                findings(row, site(row), jvmOf(row));
                break;
            case SESSION:
                session(row, site(row), jvmOf(row));
                break;
            case GROUP:
                group(row, site(row), jvmOf(row));
                break;
            default:
                // input and messages are of the files, not of the findings
                break;
        }
    }

    private ReportedJvm jvm(Row row) {
        ReportedJvm jvm = find(row);
        jvm.twice |= jvm.isKnown();
        jvm.ofDocument = true;
        if (row.has(RowField.BEYOND_JVMS)) {
            analysis.jvms().addBeyond(row.count(RowField.BEYOND_JVMS));
        } else if (analysis.jvms().isOthers(jvm)) {
            analysis.jvms().addBeyond(1);
        } else if (row.has(RowField.PID)) {
            long started = row.number(RowField.STARTED, ReportTimes.UNKNOWN);
            jvm.describe(row.number(RowField.PID, -1), started, row.labels(RowField.LABELS));
        }
        for (int i = 0; i < TEXTS.length; i++) {
            String text = row.text(TEXTS[i]);
            if (text != null) {
                jvm.texts.put(ReportedJvms.TEXTS[i], text);
            }
        }
        if (row.has(RowField.CONTENT)) {
            jvm.content(row.number(RowField.CONTENT, 0));
        }
        if (row.has(RowField.AT_EXIT)) {
            jvm.openAtExit();
        }
        jvm.summary.load(row);
        jvm.tally.load(row);
        return jvm;
    }

    private ReportedJvm find(Row row) {
        ReportedJvms all = analysis.jvms();
        String run = row.text(RowField.RUN);
        if (row.has(RowField.BEYOND_JVMS)) {
            return all.others();
        }
        if (run != null) {
            return all.byRun(run);
        }
        if (row.has(RowField.CONTENT)) {
            return all.add();
        }
        return all.byId(
                ReportedJvms.id(
                        row.text(RowField.HOST),
                        Math.max(0, row.number(RowField.PID, 0)),
                        row.number(RowField.STARTED, ReportTimes.UNKNOWN)));
    }

    private @Nullable ReportedJvm jvmOf(Row row) {
        long index = row.number(RowField.JVM, -1);
        return index < 0 || index >= jvms.size() ? null : jvms.get((int) index);
    }

    private @Nullable SiteCells site(Row row) {
        String fingerprint = row.text(RowField.SITE);
        return fingerprint == null ? null : analysis.sites().cells(fingerprint);
    }

    private void findings(Row row, @Nullable SiteCells site, @Nullable ReportedJvm jvm) {
        if (site == null || jvm == null) {
            return;
        }
        FindingsState.load(row, analysis.sites().of(site, jvm, analysis.jvms()), jvm);
    }

    private void session(Row row, @Nullable SiteCells site, @Nullable ReportedJvm jvm) {
        if (site != null && jvm != null) {
            analysis.open().load(new OpenSession(row, site.site, jvm));
        }
    }

    private void group(Row row, @Nullable SiteCells site, @Nullable ReportedJvm jvm) {
        String verdict = row.text(RowField.VERDICT);
        if (site != null && jvm != null && verdict != null) {
            analysis.groups().add(verdict, new GroupLine(row), site.site, jvm);
        }
    }

    /** The row of a JVM. */
    static Row save(ReportedJvm jvm, long beyond) {
        Row row = new Row();
        if (beyond >= 0) {
            row.put(RowField.BEYOND_JVMS, beyond);
        } else {
            describe(jvm, row);
        }
        row.putIfAny(RowField.AT_EXIT, jvm.hasEnded() ? 1 : 0);
        jvm.summary.save(row);
        jvm.tally.save(row);
        return row;
    }

    private static void describe(ReportedJvm jvm, Row row) {
        for (int i = 0; i < TEXTS.length; i++) {
            row.put(TEXTS[i], jvm.text(ReportedJvms.TEXTS[i]));
        }
        if (jvm.isKnown()) {
            row.put(RowField.PID, jvm.pid()).put(RowField.LABELS, jvm.labels());
            row.putUnless(RowField.STARTED, jvm.started(), ReportTimes.UNKNOWN);
        } else if (jvm.text(Field.RUN) == null) {
            row.put(RowField.CONTENT, jvm.content());
        }
    }
}
