package io.github.tlsleak.cli.heap.model;

import io.github.tlsleak.cli.heap.agent.KnownGroup;
import io.github.tlsleak.cli.heap.path.Holding;
import io.github.tlsleak.cli.heap.path.PathStep;
import io.github.tlsleak.cli.report.model.TopCounts;
import java.util.List;

/** Objects that are held by the same path. Filled by {@link HeapReader}; used by one thread. */
public final class HeldGroup {

    private static final int MOST_PEERS = 1_000;
    private static final int MOST_CLASSES = 100;

    private final PathStep path;
    private final Holding holding;
    private final TopCounts classes = new TopCounts(MOST_CLASSES);
    private final TopCounts kinds = new TopCounts(MOST_CLASSES);
    private final TopCounts states = new TopCounts(MOST_CLASSES);
    private final TopCounts peers = new TopCounts(MOST_PEERS);
    private final TopCounts protocols = new TopCounts(MOST_CLASSES);
    private final KnownGroup known;
    private final GroupLoaders loaders = new GroupLoaders();
    private long count;
    private long alive;
    private long bytes;

    HeldGroup(PathStep path, Holding holding, KnownGroup known) {
        this.known = known;
        this.path = path;
        this.holding = holding;
    }

    void add(String className, long heldBytes) {
        count++;
        bytes += heldBytes;
        classes.add(className);
    }

    /** The loaders of the classes at which the paths begin. */
    GroupLoaders groupLoaders() {
        return loaders;
    }

    /** Adds what is known of an object that is a session. */
    void addSession(String kind, String state, boolean isAlive) {
        kinds.add(kind);
        states.add(state);
        alive += isAlive ? 1 : 0;
    }

    void addPeer(String peer) {
        peers.add(peer);
    }

    void addProtocol(String protocol) {
        protocols.add(protocol);
    }

    /** The path that holds them; without a step if nothing does. */
    public PathStep path() {
        return path;
    }

    public Holding holding() {
        return holding;
    }

    public long count() {
        return count;
    }

    /** How many are sessions that are neither closed nor broken. */
    public long alive() {
        return alive;
    }

    /** Bytes of them and of what only they hold. */
    public long bytes() {
        return bytes;
    }

    /** Class names in full. */
    public TopCounts classes() {
        return classes;
    }

    /** {@code SSLEngine} or {@code SSLSocket}; empty for objects that are no sessions. */
    public TopCounts kinds() {
        return kinds;
    }

    /** Such as {@code open} or {@code half closed}. */
    public TopCounts states() {
        return states;
    }

    /** Such as {@code db-1:5432}, of those whose peer is known. */
    public TopCounts peers() {
        return peers;
    }

    /** Such as {@code TLSv1.3 TLS_AES_128_GCM_SHA256}. */
    public TopCounts protocols() {
        return protocols;
    }

    /**
     * The class loaders at which the path begins, and who holds them; those of the JVM left out.
     */
    public List<HeldLoader> loaders() {
        return loaders.held();
    }

    /** What tlsleak in the dumped JVM knew of them. */
    public KnownGroup known() {
        return known;
    }
}
