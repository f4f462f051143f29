package io.github.tlsleak.cli.jvm;

import io.github.tlsleak.common.text.PlainText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Prints JVMs in columns. Stateless. */
public final class JvmTable {

    private JvmTable() {}

    /** Prints a head line, and one line for each JVM. */
    public static void print(List<LocalJvm> jvms, PrintWriter out) {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"PID", "JAVA", "TLSLEAK", "MAIN", "NOTE"});
        for (LocalJvm jvm : jvms) {
            rows.add(
                    new String[] {
                        Long.toString(jvm.pid()),
                        PlainText.printable(jvm.version()),
                        PlainText.printable(jvm.presence().text()),
                        PlainText.printable(jvm.main()),
                        PlainText.printable(note(jvm))
                    });
        }
        for (String[] row : rows) {
            out.println(line(row, rows));
        }
    }

    /** Why it cannot be attached to; else where it is. */
    private static String note(LocalJvm jvm) {
        Elsewhere there = jvm.elsewhere();
        String place = there == null ? "" : there.name();
        if (jvm.obstacle() == null) {
            return place;
        }
        return jvm.obstacle().reason() + (there == null ? "" : " (" + place + ')');
    }

    private static String line(String[] row, List<String[]> rows) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.length; i++) {
            int width = 0;
            for (String[] other : rows) {
                width = Math.max(width, other[i].length());
            }
            StringBuilder blanks = new StringBuilder();
            for (int n = row[i].length(); n < width; n++) {
                blanks.append(' ');
            }
            // the pid is aligned to the right
            line.append(i == 0 ? blanks : "").append(row[i]).append(i == 0 ? "" : blanks);
            line.append("  ");
        }
        return line.toString().replaceAll("\\s+$", "");
    }
}
