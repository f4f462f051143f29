package io.github.tlsleak.cli.heap.model;

import io.github.tlsleak.cli.heap.path.Holding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is told of a heap dump. Immutable, but for what its parts say. */
public final class HeapReport {

    private final DumpFacts facts;
    private final @Nullable String asked;
    private final List<KindCount> kinds;
    private final List<HeldGroup> groups;
    private final List<ContextGroup> contexts;
    private final List<String> notes;
    private final DumpedAgent agent;
    private final long reachedBytes;

    HeapReport(
            DumpFacts facts,
            @Nullable String asked,
            List<KindCount> kinds,
            List<HeldGroup> groups,
            List<ContextGroup> contexts,
            List<String> notes,
            DumpedAgent agent,
            long reachedBytes) {
        this.facts = facts;
        this.asked = asked;
        this.kinds = kinds;
        this.groups = groups;
        this.contexts = contexts;
        this.notes = notes;
        this.agent = agent;
        this.reachedBytes = reachedBytes;
    }

    public DumpFacts facts() {
        return facts;
    }

    /** The pattern of {@code --class}; null if the question is who holds sessions. */
    public @Nullable String asked() {
        return asked;
    }

    /** The classes of sessions, the most frequent first. */
    public List<KindCount> kinds() {
        return kinds;
    }

    /** Who holds what: strongly held sessions first, then by the number that is alive. */
    public List<HeldGroup> groups() {
        return groups;
    }

    /** The contexts with their session caches: strongly held ones first, then by their bytes. */
    public List<ContextGroup> contexts() {
        return contexts;
    }

    /** What the reader should know: a state that cannot be told, and why. */
    public List<String> notes() {
        return notes;
    }

    /** Tlsleak in the dumped JVM. */
    public DumpedAgent agent() {
        return agent;
    }

    /** Bytes of all objects that something holds, without those of tlsleak. */
    public long reachedBytes() {
        return reachedBytes;
    }

    /** How many sessions are alive and held, or how many objects of the class asked for. */
    public long held() {
        long held = 0;
        for (HeldGroup group : groups) {
            if (group.holding() == Holding.STRONG) {
                held += asked == null ? group.alive() : group.count();
            }
        }
        return held;
    }
}
