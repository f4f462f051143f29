package io.github.tlsleak.cli.heap.agent;

import io.github.tlsleak.cli.heap.dump.DumpedClass;
import io.github.tlsleak.cli.heap.dump.DumpedObject;
import io.github.tlsleak.cli.heap.dump.HeapDump;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What tlsleak in the dumped JVM knew: for each session that it followed where it was made, by
 * which thread, how long ago, and what had become of it. Used by one thread.
 */
public final class AgentKnowledge {

    private final boolean present;
    private final @Nullable String version;
    private final @Nullable String problem;
    private final SessionRecords records;
    private final RecordReader reader;

    private AgentKnowledge(
            boolean present,
            @Nullable String version,
            @Nullable String problem,
            SessionRecords records,
            RecordReader reader) {
        this.present = present;
        this.version = version;
        this.problem = problem;
        this.records = records;
        this.reader = reader;
    }

    /** Reads the knowledge of a dump, in one pass over its instances. */
    public static AgentKnowledge in(HeapDump dump) {
        return new AgentSearch(dump).knowledge();
    }

    static AgentKnowledge of(
            @Nullable String version,
            @Nullable String problem,
            SessionRecords records,
            RecordReader reader) {
        return new AgentKnowledge(true, version, problem, records, reader);
    }

    static AgentKnowledge none(SessionRecords records, RecordReader reader) {
        return new AgentKnowledge(false, null, null, records, reader);
    }

    /** Whether tlsleak is in the dumped JVM, dormant or after a detach, too. */
    public boolean isPresent() {
        return present;
    }

    /** The version of the agent, perhaps cut to its first characters; null if not known. */
    public @Nullable String version() {
        return version;
    }

    /** In one line, why nothing is known of any session; null if that is not so. */
    public @Nullable String problem() {
        return problem;
    }

    /** How many objects the agent followed. */
    public int size() {
        return records.size();
    }

    /**
     * What is known of an object, in a wrapper the same as in its delegate.
     *
     * @param objectIndex of the object in the dump
     * @return null if the agent did not follow it
     */
    public @Nullable KnownSession of(int objectIndex) {
        DumpedObject record = records.of(objectIndex);
        return record == null ? null : reader.read(record);
    }

    /** The classes of a dump that belong to tlsleak: their objects are no concern of the user. */
    public static List<DumpedClass> agentClasses(HeapDump dump) {
        List<DumpedClass> all = new ArrayList<>();
        for (DumpedClass type : dump.classes()) {
            if (AgentClasses.isAgents(type)) {
                all.add(type);
            }
        }
        return all;
    }
}
