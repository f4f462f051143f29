package io.github.tlsleak.cli.jvm;

import io.github.tlsleak.cli.terminal.TextWidth;
import io.github.tlsleak.cli.terminal.WrappedText;
import io.github.tlsleak.common.text.PlainText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Prints JVMs in columns. A note that has no room beside its JVM stands below. Stateless. */
public final class JvmTable {

    private static final String GAP = "  ";
    private static final int COLUMNS = 4;
    private static final int INDENT = 3;

    private JvmTable() {}

    /** Prints a head line, and one line for each JVM, if it has room in so many columns. */
    public static void print(List<LocalJvm> jvms, int width, PrintWriter out) {
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
        int[] widths = widths(rows, width);
        for (String[] row : rows) {
            print(row, widths, width, out);
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

    /** A main class that leaves no room for notes does not make its column as wide. */
    private static int[] widths(List<String[]> rows, int width) {
        int[] widths = new int[COLUMNS];
        int before = 0;
        for (int i = 0; i < COLUMNS; i++) {
            for (String[] row : rows) {
                int columns = TextWidth.of(row[i]);
                boolean room = i < COLUMNS - 1 || before + columns <= width / 2;
                widths[i] = room ? Math.max(widths[i], columns) : widths[i];
            }
            before += widths[i] + GAP.length();
        }
        return widths;
    }

    private static void print(String[] row, int[] widths, int width, PrintWriter out) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.length; i++) {
            int columns = i < COLUMNS ? widths[i] : 0;
            String blanks = TextWidth.padded("", columns - TextWidth.of(row[i]));
            if (!row[i].isEmpty() && TextWidth.of(line) + TextWidth.of(row[i]) > width) {
                out.println(line.toString().replaceAll("\\s+$", ""));
                line.setLength(0);
                line.append(TextWidth.padded("", INDENT));
            }
            // the pid is aligned to the right
            line.append(i == 0 ? blanks + row[i] : row[i] + blanks).append(GAP);
        }
        out.println(WrappedText.of(line.toString().replaceAll("\\s+$", ""), width));
    }
}
