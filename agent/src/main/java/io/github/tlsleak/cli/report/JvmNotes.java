package io.github.tlsleak.cli.report;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.ReportedJvm;
import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.select.Selection;
import io.github.tlsleak.cli.report.select.Where;
import io.github.tlsleak.common.text.DidYouMean;
import io.github.tlsleak.common.text.PlainText;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Says what is strange about the JVMs of the reports. Used by one thread. */
public final class JvmNotes {

    /** Clocks differ by less. */
    private static final long TOLERANCE_MILLIS = 60_000;

    private final Analysis analysis;
    private final Selection selection;
    private final Consumer<String> out;

    /**
     * @param out takes one line each
     */
    public JvmNotes(Analysis analysis, Selection selection, Consumer<String> out) {
        this.analysis = analysis;
        this.selection = selection;
        this.out = out;
    }

    /**
     * Says it.
     *
     * @param requireSummary whether a JVM without a summary is a failure
     * @param now milliseconds since 1970
     * @return false if it is a failure
     */
    public boolean say(boolean requireSummary, long now) {
        future(now);
        long twice = analysis.jvms().twice();
        if (twice > 0) {
            out.accept(
                    "warning: "
                            + PlainText.count(twice, "JVM")
                            + " in more than one document, or in a document and a report: what"
                            + " both hold counts twice");
        }
        if (analysis.jvms().count() == 0 && !selection.wheres().isEmpty()) {
            out.accept("--where: no JVM fits" + near());
            return false;
        }
        return !requireSummary || hasSummaries();
    }

    /** The values that may be meant: those of the first condition that fits nothing. */
    private String near() {
        for (Where where : selection.wheres()) {
            Set<String> values = new TreeSet<>();
            for (ReportedJvm jvm : analysis.jvms().unfit()) {
                String value = jvm.label(where.name());
                values.add(value == null ? Where.NONE : value);
            }
            if (values.stream().noneMatch(where::fits)) {
                return DidYouMean.hint(where.pattern(), values);
            }
        }
        return "";
    }

    private void future(long now) {
        long count = 0;
        ReportedJvm first = null;
        for (ReportedJvm jvm : analysis.jvms().all()) {
            if (jvm.tally().last() > now + TOLERANCE_MILLIS) {
                count++;
                first = first == null ? jvm : first;
            }
        }
        if (first != null) {
            String host = first.text(Field.HOST);
            out.accept(
                    "warning: "
                            + PlainText.count(count, "JVM")
                            + " found something later than now, the first on host "
                            + (host == null ? "(not known)" : host)
                            + ": its clock is ahead, or the one here is behind");
        }
    }

    private boolean hasSummaries() {
        List<ReportedJvm> without = analysis.jvms().withoutSummary();
        if (!without.isEmpty()) {
            out.accept(
                    "--require-summary: "
                            + PlainText.count(without.size(), "JVM")
                            + " wrote no summary, killed or still running, the first with pid "
                            + without.get(0).pid());
        }
        return without.isEmpty();
    }
}
