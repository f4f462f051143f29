package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.model.names.PeerHost;
import io.github.tlsleak.cli.report.model.names.ThreadPool;
import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
import io.github.tlsleak.cli.report.row.Row;
import io.github.tlsleak.cli.report.row.RowField;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The names in the findings of one site: peers, threads and the like. Used by one thread. */
public class FoundNames {

    private static final int MAX_NAMES = 16;
    private static final int MAX_FEW = 5;

    public final TopCounts peers = new TopCounts(MAX_NAMES);
    public final TopCounts threads = new TopCounts(MAX_NAMES);

    /** The same by {@link ThreadPool} and by host. */
    public final TopCounts pools = new TopCounts(MAX_NAMES);

    public final TopCounts hosts = new TopCounts(MAX_NAMES);
    public final TopCounts protocols = new TopCounts(MAX_FEW);
    public final TopCounts roles = new TopCounts(MAX_FEW);
    public final TopCounts providers = new TopCounts(MAX_FEW);

    /** Fingerprints of the sites that closed sessions, for verdicts whose cause is the close. */
    public final TopCounts closings = new TopCounts(MAX_NAMES);

    /** Fingerprints of the stacks of threads that hang inside a live session. */
    public final TopCounts hangs = new TopCounts(MAX_FEW);

    /** Ids of the known behaviours that excuse findings. */
    public final TopCounts behaviours = new TopCounts(MAX_FEW);

    FoundNames() {}

    /** Adds the names of a finding. */
    void addNames(ReportLine line) {
        add(closings, line.text(Field.CLOSED_AT));
        add(hangs, line.text(Field.HANGS_AT));
        add(peers, line.peer());
        add(hosts, line.text(Field.PEER_HOST));
        add(threads, line.text(Field.THREAD));
        add(pools, line.pool());
        add(protocols, line.text(Field.PROTOCOL));
        add(roles, line.text(Field.ROLE));
        add(providers, line.text(Field.PROVIDER));
        add(behaviours, line.text(Field.KNOWN));
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
        pools.addAll(other.pools);
        hosts.addAll(other.hosts);
        protocols.addAll(other.protocols);
        roles.addAll(other.roles);
        providers.addAll(other.providers);
        closings.addAll(other.closings);
        hangs.addAll(other.hangs);
        behaviours.addAll(other.behaviours);
    }

    /** Puts the names into a row. */
    void saveNames(Row row) {
        row.put(RowField.PEERS, peers.state()).put(RowField.THREADS, threads.state());
        saveFolded(row, RowField.POOLS, pools, folded(threads.state(), ThreadPool::of));
        saveFolded(row, RowField.HOSTS, hosts, folded(peers.state(), PeerHost::of));
        row.put(RowField.PROTOCOLS, protocols.state()).put(RowField.ROLES, roles.state());
        row.put(RowField.PROVIDERS, providers.state());
        row.put(RowField.CLOSINGS, closings.state()).put(RowField.HANGS, hangs.state());
        row.put(RowField.BEHAVIOURS, behaviours.state());
    }

    /** Adds the names of a row. */
    void loadNames(Row row) {
        peers.addState(row.list(RowField.PEERS));
        threads.addState(row.list(RowField.THREADS));
        pools.addState(
                row.has(RowField.POOLS)
                        ? row.list(RowField.POOLS)
                        : folded(row.list(RowField.THREADS), ThreadPool::of));
        hosts.addState(
                row.has(RowField.HOSTS)
                        ? row.list(RowField.HOSTS)
                        : folded(row.list(RowField.PEERS), PeerHost::of));
        protocols.addState(row.list(RowField.PROTOCOLS));
        roles.addState(row.list(RowField.ROLES));
        providers.addState(row.list(RowField.PROVIDERS));
        closings.addState(row.list(RowField.CLOSINGS));
        hangs.addState(row.list(RowField.HANGS));
        behaviours.addState(row.list(RowField.BEHAVIOURS));
    }

    /** Puts folded names into a row, unless the single names say the same. */
    private static void saveFolded(
            Row row, RowField field, TopCounts names, List<Object> fromSingleNames) {
        TopCounts same = new TopCounts(MAX_NAMES);
        same.addState(fromSingleNames);
        if (!same.state().equals(names.state())) {
            row.put(field, names.state());
        }
    }

    /** The state of a table with its names folded. */
    private static List<Object> folded(List<Object> state, UnaryOperator<String> fold) {
        state.replaceAll(name -> name instanceof String ? fold.apply((String) name) : name);
        return state;
    }
}
