package io.github.tlsleak.data;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The totals that the views give, under the same names as those of {@link ReportTotals}. Stateless.
 */
public final class SqlTotals {

    private SqlTotals() {}

    /** Asks a database that has the views. */
    public static SortedMap<String, Long> of(Database database) throws Exception {
        SortedMap<String, Long> totals = new TreeMap<>();
        add(
                totals,
                "all",
                database.rows(SqlFiles.query("totals")).stream()
                        .map(r -> r.subList(0, 3))
                        .toList());
        add(totals, "not counted", database.rows(SqlFiles.query("not-counted")));
        add(
                totals,
                "site",
                database.rows(
                        "SELECT site, verdict, severity, count(*) FROM findings"
                                + " GROUP BY site, verdict, severity"));
        add(
                totals,
                "jvms of site",
                database.rows("SELECT site, count(DISTINCT run) FROM findings GROUP BY site"));
        add(
                totals,
                "open at exit",
                database.rows("SELECT site, sum(sessions) FROM open_at_exit GROUP BY site"));
        add(totals, "jvms", database.rows("SELECT count(*) FROM jvms"));
        add(
                totals,
                "jvms without summary",
                database.rows("SELECT count(*) FROM jvms WHERE NOT hasSummary"));
        add(
                totals,
                "jvm",
                database.rows(
                        "SELECT run, severity, count(*) FROM findings GROUP BY run, severity"));
        return totals;
    }

    /** The last cell of a row is the number, the others its name. */
    private static void add(SortedMap<String, Long> totals, String what, List<List<String>> rows) {
        for (List<String> row : rows) {
            int last = row.size() - 1;
            String name = what + ' ' + String.join(" ", row.subList(0, last));
            // the name of a file stands for the run that its lines do not name
            String known = name.trim().replaceAll("^jvm \\S*/\\S*", "jvm unknown");
            totals.merge(known, Long.valueOf(row.get(last)), Long::sum);
        }
    }
}
