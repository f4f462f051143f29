package io.github.tlsleak.cli.heap.agent;

import io.github.tlsleak.cli.heap.dump.DumpedClass;
import io.github.tlsleak.cli.heap.dump.DumpedObject;
import io.github.tlsleak.cli.heap.dump.HeapDump;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/**
 * The objects of a dump that are tlsleak's own: instances of its classes, and the arrays and
 * collections of the JDK that these hold. What the program and its provider made is not among them.
 * Used by one thread.
 */
public final class AgentMemory {

    private static final String TEXT = "java.lang.String";

    private final BitSet own = new BitSet();

    /** Texts, and what they consist of. */
    private final BitSet texts = new BitSet();

    private final Deque<DumpedObject> open = new ArrayDeque<>();
    private final HeapDump dump;
    private long bytes;

    private AgentMemory(HeapDump dump) {
        this.dump = dump;
    }

    /** Finds them, in one pass over the instances and a walk over what is found. */
    public static AgentMemory in(HeapDump dump) {
        AgentMemory memory = new AgentMemory(dump);
        for (DumpedClass type : AgentKnowledge.agentClasses(dump)) {
            memory.add(dump.object(type.index()));
        }
        if (!memory.open.isEmpty()) {
            dump.instances(AgentClasses::isAgents, memory::add);
        }
        memory.walk();
        return memory;
    }

    private void walk() {
        for (DumpedObject next = open.poll(); next != null; next = open.poll()) {
            dump.held(next.index(), this::addPart);
        }
    }

    /** An object that one of tlsleak's holds. */
    private void addPart(DumpedObject held) {
        if (own.get(held.index()) || held.asClass() != null) {
            return;
        }
        if (held.type().name().equals(TEXT)) {
            addText(held);
        } else if (isPart(held.type())) {
            add(held);
        }
    }

    /** A text may be the program's as well, such as the name of a thread or of a peer. */
    private void addText(DumpedObject text) {
        if (!texts.get(text.index())) {
            texts.set(text.index());
            DumpedObject value = text.object("value");
            bytes += text.shallowBytes() + (value == null ? 0 : value.shallowBytes());
        }
    }

    private void add(DumpedObject object) {
        if (!own.get(object.index())) {
            own.set(object.index());
            bytes += object.shallowBytes();
            open.add(object);
        }
    }

    private static boolean isPart(DumpedClass type) {
        String name = type.name();
        return name.endsWith("[]")
                || name.equals("java.lang.Long")
                || name.startsWith("java.util.")
                || AgentClasses.isAgents(type);
    }

    /** Whether an object is tlsleak's own; false for texts, which it may share. */
    public boolean owns(int objectIndex) {
        return own.get(objectIndex);
    }

    /** How many objects there are, classes among them. */
    public int objects() {
        return own.cardinality();
    }

    /** Their bytes and those of the texts that they hold, without code. */
    public long bytes() {
        return bytes;
    }
}
