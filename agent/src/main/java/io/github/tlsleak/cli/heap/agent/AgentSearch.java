package io.github.tlsleak.cli.heap.agent;

import io.github.tlsleak.cli.heap.agent.AgentField.Names;
import io.github.tlsleak.cli.heap.dump.DumpedClass;
import io.github.tlsleak.cli.heap.dump.DumpedObject;
import io.github.tlsleak.cli.heap.dump.HeapDump;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for the agent in a dump and for what it kept. Used by one thread, once. */
final class AgentSearch {

    private static final String THREAD = "java.lang.Thread";

    /** The agent's own thread has its version in its name; others of its threads have a word. */
    private static final String THREAD_NAME = "tlsleak-\\d.*";

    private static final int BEFORE_VERSION = "tlsleak-".length();

    private final HeapDump dump;
    private final SessionRecords records;

    /** Loaded by the agent's loader; there may be several loaders. */
    private final List<DumpedClass> classes = new ArrayList<>();

    private final Set<DumpedClass> wanted = new HashSet<>();
    private boolean present;
    private @Nullable String version;
    private @Nullable String threadVersion;
    private long now;

    AgentSearch(HeapDump dump) {
        this.dump = dump;
        this.records = new SessionRecords(dump);
    }

    AgentKnowledge knowledge() {
        for (DumpedClass type : dump.classes()) {
            present |= AgentClasses.isAgents(type);
            if (AgentClasses.isLoadedByAgent(type)) {
                classes.add(type);
            }
        }
        if (!present) {
            return AgentKnowledge.none(records, reader());
        }
        boolean other = AgentField.missing(classes) != null;
        for (DumpedClass type : classes) {
            String name = type.name();
            boolean read = name.equals(Names.SESSION) || name.equals(Names.AWAKE);
            if (name.equals(Names.STATUS) || (read && !other)) {
                wanted.add(type);
            }
        }
        dump.instances(type -> wanted.contains(type) || type.isA(THREAD), this::look);
        return AgentKnowledge.of(version(), problem(other), records, reader());
    }

    private void look(DumpedObject found) {
        switch (found.type().name()) {
            case Names.SESSION:
                record(found);
                break;
            case Names.AWAKE:
                now = Math.max(now, AgentField.LAST_LOOK.number(found));
                break;
            case Names.STATUS:
                version = AgentField.VERSION.text(found);
                break;
            default:
                thread(found.text("name"));
                break;
        }
    }

    private void record(DumpedObject record) {
        DumpedObject followed = record.object(AgentField.REFERENT);
        now = Math.max(now, AgentField.CREATED.number(record));
        if (followed != null) {
            records.add(followed.index(), record.index());
        }
    }

    private void thread(@Nullable String name) {
        if (name != null && name.matches(THREAD_NAME)) {
            threadVersion = name.substring(BEFORE_VERSION);
        }
    }

    private @Nullable String version() {
        return version == null ? threadVersion : version;
    }

    private @Nullable String problem(boolean otherVersion) {
        if (otherVersion) {
            String shown = version();
            return "tlsleak in this dump is of another version ("
                    + (shown == null ? "unknown" : shown)
                    + "): its knowledge is not used";
        }
        if (records.size() > 0) {
            return null;
        }
        return classes.isEmpty()
                ? "tlsleak was detached from the dumped JVM: it knows no session any more"
                : "tlsleak in the dumped JVM follows no session";
    }

    private RecordReader reader() {
        return new RecordReader(now, bits(), type(Names.FLAGS));
    }

    private StateBits bits() {
        DumpedClass state = type(Names.STATE);
        return new StateBits(name -> state == null ? 0 : state.staticNumber(name, 0));
    }

    private @Nullable DumpedClass type(String name) {
        for (DumpedClass type : classes) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        return null;
    }
}
