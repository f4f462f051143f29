package io.github.tlsleak.cli.heap.dump;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shark.HeapGraph;
import shark.HeapObject;
import shark.HeapObject.HeapClass;
import shark.HeapObject.HeapInstance;
import shark.HeapObject.HeapObjectArray;
import shark.HeapObject.HeapPrimitiveArray;

/** The classes of a dump by id and by name. Used by one thread. */
final class ClassTable {

    private final HeapDump dump;
    private final Map<Long, DumpedClass> byId = new LinkedHashMap<>();
    private final Map<String, List<DumpedClass>> byName = new HashMap<>();
    private final DumpedClass ofClasses;

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
        DumpedClass type = byId.get(classId);
        if (type == null) {
            throw new IllegalArgumentException("class " + Long.toHexString(classId) + " is absent");
        }
        return type;
    }

    DumpedClass typeOf(HeapObject object) {
        if (object instanceof HeapInstance) {
            return of(((HeapInstance) object).getInstanceClassId());
        }
        if (object instanceof HeapObjectArray) {
            return of(((HeapObjectArray) object).getArrayClassId());
        }
        if (object instanceof HeapPrimitiveArray) {
            return named(((HeapPrimitiveArray) object).getArrayClassName()).get(0);
        }
        return ofClasses;
    }
}
