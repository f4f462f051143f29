package io.github.tlsleak.cli.report.model.overview;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.Grade;
import io.github.tlsleak.common.text.PlainText;

/** Says in one sentence why there is no finding. Used by one thread. */
final class NothingFound {

    private final Analysis analysis;

    NothingFound(Analysis analysis) {
        this.analysis = analysis;
    }

    String text() {
        long jvms = analysis.jvms().count();
        if (jvms == 0) {
            return analysis.filters().isEmpty()
                    ? "No JVM was read" + unread()
                    : "No JVM fits " + PlainText.printable(String.join(", ", analysis.filters()));
        }
        String in = " in " + Thousands.count(jvms, "JVM");
        long known = analysis.count(Grade.KNOWN);
        long suppressed = analysis.suppressed().sum();
        String excused =
                (known == 0 ? "" : Thousands.count(known, "finding") + " of known behaviours")
                        + (known == 0 || suppressed == 0 ? "" : ", ")
                        + (suppressed == 0
                                ? ""
                                : Thousands.count(suppressed, "finding") + " suppressed by rules");
        String what = excused.isEmpty() ? "Nothing was found" : "Nothing to fix was found";
        return what + in + (excused.isEmpty() ? "" : ": " + excused) + unfinished() + unread();
    }

    /** What was not looked at, so far. */
    private String unfinished() {
        long without = analysis.jvms().withoutSummary().size();
        String open = "";
        long sessions = analysis.open().stillOpen();
        if (sessions > 0) {
            open = "; " + Thousands.count(sessions, "session") + " open when last heard of";
        }
        return open
                + (without == 0
                        ? ""
                        : "; "
                                + Thousands.count(without, "JVM")
                                + " wrote no summary, still running or killed");
    }

    private String unread() {
        int errors = analysis.allErrors().size();
        return errors == 0 ? "" : "; " + Thousands.count(errors, "input") + " could not be read";
    }
}
