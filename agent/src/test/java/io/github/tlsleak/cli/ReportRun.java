package io.github.tlsleak.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of the command {@code report} in this JVM.
 *
 * @param code its exit code
 * @param out what it printed
 * @param err what it said
 */
record ReportRun(int code, String out, String err) {

    static ReportRun of(Object... args) {
        List<String> words = new ArrayList<>(List.of("report"));
        for (Object arg : args) {
            words.add(arg.toString());
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        PrintWriter said = new PrintWriter(err, true);
        int code = Main.run(words.toArray(new String[0]), new PrintWriter(out), said);
        return new ReportRun(code, out.toString(), err.toString());
    }
}
