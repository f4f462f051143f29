package io.github.tlsleak.agent.process;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads the TCP tables of this process's network namespace, on Linux. A table that is too large or
 * takes too long is not known. Thread-safe; never on a thread of the application.
 */
public final class TcpTables {

    /** The most rows that are read. */
    static final int MAX_ROWS = 500_000;

    /** The most time that is spent. */
    private static final long MAX_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final String PROC = "/proc/self/net";

    private final File folder;
    private final int maxRows;

    /**
     * @param folder holds {@code tcp} and {@code tcp6}
     * @param maxRows the most rows that are read
     */
    public TcpTables(File folder, int maxRows) {
        this.folder = folder;
        this.maxRows = maxRows;
    }

    /** Those of the process that runs this. */
    public static TcpTables ofThisProcess() {
        return new TcpTables(new File(PROC), MAX_ROWS);
    }

    /**
     * Reads the tables of IPv4 and IPv6.
     *
     * @param before the last table that was known
     * @param now milliseconds of any clock, the same one each time
     * @return a table, known or not
     */
    public TcpTable read(TcpTable before, long now) {
        File four = new File(folder, "tcp");
        File six = new File(folder, "tcp6");
        if (!four.isFile()) {
            return TcpTable.NONE;
        }
        // asked first, so that no exception has to tell it; six is missing where IPv6 is off
        if (!four.canRead() || six.isFile() && !six.canRead()) {
            return new TcpTable(folder + "/tcp cannot be read");
        }
        TcpTable table = new TcpTable();
        TcpRows rows = new TcpRows(table, maxRows, ByteOrder.nativeOrder());
        long end = System.nanoTime() + MAX_NANOS;
        try {
            String problem = read(four, rows, end);
            if (problem == null && six.isFile()) {
                problem = read(six, rows, end);
            }
            if (problem != null) {
                return new TcpTable(problem);
            }
        } catch (IOException | RuntimeException e) {
            return new TcpTable(folder + "/tcp cannot be read");
        }
        rows.begin();
        table.finish(before, now);
        return table;
    }

    private @Nullable String read(File file, TcpRows rows, long end) throws IOException {
        rows.begin();
        // the size up to which the JDK reads without allocating native memory
        byte[] buffer = new byte[8192];
        try (InputStream in = new FileInputStream(file)) {
            for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
                if (!rows.take(buffer, count)) {
                    return "more than " + maxRows + " connections in " + folder;
                }
                if (System.nanoTime() - end > 0) {
                    return "reading " + folder + " takes too long";
                }
            }
        }
        return rows.isTable() ? null : file + " is no TCP table";
    }
}
