package io.github.tlsleak.cli.heap.path;

import io.github.tlsleak.cli.heap.dump.DumpedClass;
import io.github.tlsleak.cli.heap.dump.DumpedObject;
import io.github.tlsleak.cli.heap.dump.HeapDump;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names thread locals by the static fields that hold them. Used by one thread. */
final class ThreadLocals {

    private static final String CLASS = "java.lang.ThreadLocal";
    private static final String MAP = CLASS + "$ThreadLocalMap";
    private static final String ENTRY = MAP + "$Entry";

    private final HeapDump dump;
    private @Nullable Map<Integer, String> names;

    ThreadLocals(HeapDump dump) {
        this.dump = dump;
    }

    /** Whether a class is the map of a thread's locals, or its table. */
    static boolean isMap(String className) {
        return className.equals(MAP) || className.equals(ENTRY + "[]") || isEntry(className);
    }

    static boolean isEntry(String className) {
        return className.equals(ENTRY);
    }

    /** The step from an entry to its value: {@code thread local com.acme.Session.CURRENT}. */
    String text(DumpedObject entry) {
        DumpedObject key = entry.object("referent");
        if (key == null) {
            return "thread local (itself collected)";
        }
        String name = names().get(key.index());
        return "thread local " + (name == null ? "of class " + key.type().name() : name);
    }

    private Map<Integer, String> names() {
        Map<Integer, String> known = names;
        if (known == null) {
            known = new HashMap<>();
            for (DumpedClass type : dump.classes()) {
                addStatics(type, known);
            }
            names = known;
        }
        return known;
    }

    private static void addStatics(DumpedClass type, Map<Integer, String> to) {
        type.staticReferences(
                (field, value) -> {
                    if (value.isA(CLASS)) {
                        to.putIfAbsent(value.index(), type.name() + "." + field);
                    }
                });
    }
}
