package io.github.tlsleak.cli.report.read;

import io.github.tlsleak.cli.report.model.names.ThreadPool;
import io.github.tlsleak.common.schema.ReportSchema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is made of the names in lines: peers with their ports, pools of threads. Keeps the last
 * ones, because the lines of a report repeat themselves. Of bounded size; used by one thread.
 */
final class LineNames {

    private static final int SIZE = 1 << 12;

    private final @Nullable String[] hosts = new String[SIZE];
    private final long[] ports = new long[SIZE];
    private final @Nullable String[] peers = new String[SIZE];

    private final @Nullable String[] threads = new String[SIZE];
    private final @Nullable String[] pools = new String[SIZE];

    /** Puts the names into a line that was parsed. */
    void put(ReportLine line) {
        String thread = line.text(Field.THREAD);
        String host = line.text(Field.PEER_HOST);
        if (thread != null) {
            line.pool = pool(thread);
        }
        if (host != null && hasPort(line)) {
            line.peer = peer(host, line.number(Field.PEER_PORT, 0));
        }
    }

    private String pool(String thread) {
        int slot = slot(thread.hashCode());
        if (!thread.equals(threads[slot])) {
            threads[slot] = thread;
            pools[slot] = ThreadPool.of(thread);
        }
        return Objects.requireNonNull(pools[slot]);
    }

    private String peer(String host, long port) {
        int slot = slot(host.hashCode() * 31 + (int) port);
        if (ports[slot] != port || !host.equals(hosts[slot])) {
            hosts[slot] = host;
            ports[slot] = port;
            peers[slot] = host + ':' + port;
        }
        return Objects.requireNonNull(peers[slot]);
    }

    private static int slot(int hash) {
        return (hash ^ hash >>> 15) & (SIZE - 1);
    }

    /** Each client of a server has its own port, which says nothing. */
    static boolean hasPort(ReportLine line) {
        return line.number(Field.PEER_PORT, 0) > 0
                && !ReportSchema.SERVER.equals(line.text(Field.ROLE));
    }
}
