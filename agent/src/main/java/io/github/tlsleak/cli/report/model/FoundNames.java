package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
import io.github.tlsleak.cli.report.row.Row;
import io.github.tlsleak.cli.report.row.RowField;
import io.github.tlsleak.common.schema.ReportSchema;
import org.jspecify.annotations.Nullable;

/** The names in the findings of one site: peers, threads and the like. Used by one thread. */
public class FoundNames {

    private static final int MAX_NAMES = 16;
    private static final int MAX_FEW = 5;

    public final TopCounts peers = new TopCounts(MAX_NAMES);
    public final TopCounts threads = new TopCounts(MAX_NAMES);
    public final TopCounts protocols = new TopCounts(MAX_FEW);
    public final TopCounts roles = new TopCounts(MAX_FEW);
    public final TopCounts providers = new TopCounts(MAX_FEW);

    /** Fingerprints of the sites that closed sessions, for verdicts whose cause is the close. */
    public final TopCounts closings = new TopCounts(MAX_NAMES);

    /** Fingerprints of the stacks of threads that hang inside a live session. */
    public final TopCounts hangs = new TopCounts(MAX_FEW);

    FoundNames() {}

    /** Adds the names of a finding. */
    void addNames(ReportLine line) {
        add(closings, line.text(Field.CLOSED_AT));
        add(hangs, line.text(Field.HANGS_AT));
        add(peers, peer(line));
        add(threads, line.text(Field.THREAD));
        add(protocols, line.text(Field.PROTOCOL));
        add(roles, line.text(Field.ROLE));
        add(providers, line.text(Field.PROVIDER));
    }

    private static void add(TopCounts counts, @Nullable String name) {
        if (name != null) {
            counts.add(name);
        }
    }

    /** Adds the names of other findings. */
    void addNames(FoundNames other) {
        peers.addAll(other.peers);
        threads.addAll(other.threads);
        protocols.addAll(other.protocols);
        roles.addAll(other.roles);
        providers.addAll(other.providers);
        closings.addAll(other.closings);
        hangs.addAll(other.hangs);
    }

    /** Puts the names into a row. */
    void saveNames(Row row) {
        row.put(RowField.PEERS, peers.state()).put(RowField.THREADS, threads.state());
        row.put(RowField.PROTOCOLS, protocols.state()).put(RowField.ROLES, roles.state());
        row.put(RowField.PROVIDERS, providers.state());
        row.put(RowField.CLOSINGS, closings.state()).put(RowField.HANGS, hangs.state());
    }

    /** Adds the names of a row. */
    void loadNames(Row row) {
        peers.addState(row.list(RowField.PEERS));
        threads.addState(row.list(RowField.THREADS));
        protocols.addState(row.list(RowField.PROTOCOLS));
        roles.addState(row.list(RowField.ROLES));
        providers.addState(row.list(RowField.PROVIDERS));
        closings.addState(row.list(RowField.CLOSINGS));
        hangs.addState(row.list(RowField.HANGS));
    }

    /**
     * Host and port; of a server's clients the host alone, because each client has its own port.
     */
    static @Nullable String peer(ReportLine line) {
        String host = line.text(Field.PEER_HOST);
        long port = line.number(Field.PEER_PORT, 0);
        boolean server = ReportSchema.SERVER.equals(line.text(Field.ROLE));
        return host == null || port <= 0 || server ? host : host + ":" + port;
    }
}
