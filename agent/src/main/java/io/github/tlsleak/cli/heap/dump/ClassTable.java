package io.github.tlsleak.cli.heap.dump;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import shark.HeapGraph;
import shark.HeapObject;
import shark.HeapObject.HeapClass;
import shark.HeapObject.HeapInstance;
import shark.HeapObject.HeapObjectArray;
import shark.HeapObject.HeapPrimitiveArray;
import shark.PrimitiveType;

/** The classes of a dump by id and by name. Used by one thread. */
final class ClassTable {

    /** A power of two. */
    private static final int RECENT = 4096;

    private final HeapDump dump;
    private final Map<Long, DumpedClass> byId = new LinkedHashMap<>();
    private final Map<String, List<DumpedClass>> byName = new HashMap<>();
    private final Map<PrimitiveType, DumpedClass> ofNumbers = new EnumMap<>(PrimitiveType.class);
    private final DumpedClass ofClasses;

    /** The classes that were asked for last, each in the place that its id has. */
    private final @Nullable DumpedClass[] recent = new DumpedClass[RECENT];

    private final long[] recentIds = new long[RECENT];

    ClassTable(HeapDump dump, HeapGraph graph) {
        this.dump = dump;
        for (Iterator<HeapClass> all = graph.getClasses().iterator(); all.hasNext(); ) {
            add(all.next());
        }
        List<DumpedClass> found = named("java.lang.Class");
        if (found.isEmpty()) {
            throw new IllegalArgumentException("there is no java.lang.Class in it");
        }
        ofClasses = found.get(0);
    }

    private DumpedClass add(HeapClass shark) {
        DumpedClass known = byId.get(shark.getObjectId());
        if (known != null) {
            return known;
        }
        HeapClass parent = shark.getSuperclass();
        DumpedClass type = new DumpedClass(dump, shark, parent == null ? null : add(parent));
        byId.put(shark.getObjectId(), type);
        byName.computeIfAbsent(type.name(), name -> new ArrayList<>(1)).add(type);
        return type;
    }

    Collection<DumpedClass> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    List<DumpedClass> named(String name) {
        return byName.getOrDefault(name, Collections.emptyList());
    }

    DumpedClass of(long classId) {
        int slot = (int) (classId >>> 3) & RECENT - 1;
        if (recentIds[slot] == classId) {
            return Objects.requireNonNull(recent[slot]);
        }
        DumpedClass type = byId.get(classId);
        if (type == null) {
            throw new IllegalArgumentException("class " + Long.toHexString(classId) + " is absent");
        }
        recentIds[slot] = classId;
        recent[slot] = type;
        return type;
    }

    /** Shark would search all names for the class of each array. */
    private DumpedClass ofNumbers(HeapPrimitiveArray array) {
        return ofNumbers.computeIfAbsent(
                array.getPrimitiveType(), type -> named(array.getArrayClassName()).get(0));
    }

    DumpedClass typeOf(HeapObject object) {
        if (object instanceof HeapInstance) {
            return of(((HeapInstance) object).getInstanceClassId());
        }
        if (object instanceof HeapObjectArray) {
            return of(((HeapObjectArray) object).getArrayClassId());
        }
        if (object instanceof HeapPrimitiveArray) {
            return ofNumbers((HeapPrimitiveArray) object);
        }
        return ofClasses;
    }
}
