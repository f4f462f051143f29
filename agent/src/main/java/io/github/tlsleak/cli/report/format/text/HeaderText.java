package io.github.tlsleak.cli.report.format.text;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.Grade;
import io.github.tlsleak.cli.report.model.ReportedJvm;
import io.github.tlsleak.cli.report.model.ReportedJvms;
import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportTimes;
import io.github.tlsleak.common.text.PlainText;
import java.io.IOException;
import java.util.List;

/** The JVMs that wrote the reports, in words. Stateless. */
final class HeaderText {

    private static final int JVMS_SHOWN = 20;
    private static final int JVMS_IN_BRIEF = 3;
    private static final String UNKNOWN = "not known";
    private static final String NO_META = "not known: the beginning of the report is missing";

    private HeaderText() {}

    /** Writes one JVM in full, or several JVMs with a line each; few if not all is wanted. */
    static void write(Analysis analysis, TextOut out) throws IOException {
        ReportedJvms jvms = analysis.jvms();
        List<ReportedJvm> all = jvms.all();
        out.gap();
        if (all.size() == 1) {
            full(all.get(0), out);
            return;
        }
        out.field("jvms", Long.toString(jvms.count()));
        int most = analysis.extent().isAll() ? JVMS_SHOWN : JVMS_IN_BRIEF;
        for (ReportedJvm jvm : all.subList(0, Math.min(most, all.size()))) {
            String text = shortText(jvm, analysis.extent().isAll());
            out.field("jvm " + (jvm.index() + 1), text);
            errors(jvm, out);
        }
        if (jvms.count() > most) {
            out.field("", "and " + (jvms.count() - most) + " more");
        }
    }

    /** Program, process and host, as far as they are known. */
    static String program(ReportedJvm jvm) {
        if (!jvm.isKnown()) {
            return NO_META;
        }
        return text(jvm, Field.MAIN)
                + (jvm.pid() < 0 ? "" : ", pid " + jvm.pid())
                + (jvm.text(Field.HOST) == null ? "" : " on " + jvm.text(Field.HOST));
    }

    private static void full(ReportedJvm jvm, TextOut out) throws IOException {
        out.field("program", program(jvm));
        if (jvm.isKnown()) {
            out.field("jvm", text(jvm, Field.JVM) + " " + text(jvm, Field.JAVA));
            String started = ReportTimes.text(jvm.started());
            out.field("started", started == null ? UNKNOWN : started);
            out.field("agent", agent(jvm));
        }
        out.field("sessions", sessions(jvm));
        errors(jvm, out);
    }

    private static String shortText(ReportedJvm jvm, boolean all) {
        String found =
                "; found "
                        + PlainText.count(jvm.count(Grade.LEAK), "leak")
                        + ", "
                        + PlainText.count(jvm.count(Grade.DEFECT), "defect")
                        + ", "
                        + PlainText.count(jvm.count(Grade.NOTICE), "notice");
        if (!jvm.isKnown() || !all) {
            return program(jvm) + found;
        }
        return program(jvm)
                + ", "
                + (text(jvm, Field.JVM) + " " + text(jvm, Field.JAVA))
                + (jvm.started() == ReportTimes.UNKNOWN
                        ? ""
                        : ", from " + ReportTimes.text(jvm.started()))
                + (jvm.hasSummary() ? "" : ", no summary: running or killed")
                + found;
    }

    private static String agent(ReportedJvm jvm) {
        String mode = jvm.text(Field.MODE);
        return "tlsleak " + text(jvm, Field.AGENT) + (mode == null ? "" : " (" + mode + ")");
    }

    private static String sessions(ReportedJvm jvm) {
        if (!jvm.hasSummary()) {
            return UNKNOWN + ": no summary, the JVM is still running or was killed";
        }
        String time = ReportTimes.text(jvm.summary().time());
        return SessionsText.of(jvm.sessions()) + (time == null ? "" : " at " + time);
    }

    private static void errors(ReportedJvm jvm, TextOut out) throws IOException {
        long errors = jvm.summary().agentErrors();
        if (errors > 0) {
            String first =
                    jvm.summary().firstError() == null ? UNKNOWN : jvm.summary().firstError();
            out.field("errors", errors + " of the agent, the first: " + first);
        }
    }

    private static String text(ReportedJvm jvm, Field field) {
        String text = jvm.text(field);
        return text == null ? UNKNOWN : text;
    }
}
