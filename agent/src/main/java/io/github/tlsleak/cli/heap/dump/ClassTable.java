package io.github.tlsleak.cli.heap.dump;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** The most classes above one another; those of a program are tens. */
    private static final int MOST_ABOVE = 1_000;

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

    /** Adds a class after those above it. Without recursion: a damaged dump may have any depth. */
    private void add(HeapClass shark) {
        Deque<HeapClass> missing = new ArrayDeque<>();
        HeapClass top = shark;
        while (top != null && !byId.containsKey(top.getObjectId())) {
            missing.push(top);
            if (missing.size() > MOST_ABOVE) {
                throw new IllegalArgumentException(
                        "class " + Long.toHexString(shark.getObjectId()) + " is above itself");
            }
            top = top.getSuperclass();
        }
        DumpedClass above = top == null ? null : byId.get(top.getObjectId());
        for (HeapClass next : missing) {
            DumpedClass type = new DumpedClass(dump, next, above);
            byId.put(next.getObjectId(), type);
            byName.computeIfAbsent(type.name(), name -> new ArrayList<>(1)).add(type);
            above = type;
        }
    }

    Collection<DumpedClass> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    List<DumpedClass> named(String name) {
        return byName.getOrDefault(name, Collections.emptyList());
    }

    DumpedClass of(long classId) {
        int slot = (int) (classId >>> 3) & RECENT - 1;
        DumpedClass last = recent[slot];
        if (last != null && recentIds[slot] == classId) {
            return last;
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
