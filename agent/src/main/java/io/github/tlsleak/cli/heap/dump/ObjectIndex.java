package io.github.tlsleak.cli.heap.dump;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;
import shark.CloseableHeapGraph;
import shark.HeapObject;
import shark.HeapObject.HeapPrimitiveArray;
import shark.HprofHeapGraph;
import shark.HprofIndex;
import shark.PrimitiveType;
import shark.internal.ByteSubArray;
import shark.internal.HprofInMemoryIndex;
import shark.internal.IndexedObject.IndexedPrimitiveArray;
import shark.internal.SortedBytesMap;

/**
 * Finds objects by id or index in shark's index. It is faster than shark, which searches all ids of
 * three kinds. It finds two things by index that shark 2.14 does not: the first class, and arrays
 * of numbers. Shark does not give access to its index; it is in the same jar, so its fields are
 * those of the release that this class is tested with. Used by one thread.
 */
final class ObjectIndex {

    private static final PrimitiveType[] TYPES = PrimitiveType.values();

    private final HprofHeapGraph graph;
    private final SortedBytesMap numbersMap;
    private final int positionBytes;
    private final int sizeBytes;
    private final IdPages instances;
    private final IdPages arrays;
    private final IdPages ofNumbers;
    private final int firstInstance;
    private final int firstArray;
    private final int firstOfNumbers;

    ObjectIndex(HprofIndex index, CloseableHeapGraph graph) {
        this.graph = (HprofHeapGraph) graph;
        Object inMemory = field(HprofIndex.class, index, "index");
        instances = new IdPages(map(inMemory, "instanceIndex"));
        arrays = new IdPages(map(inMemory, "objectArrayIndex"));
        numbersMap = map(inMemory, "primitiveArrayIndex");
        ofNumbers = new IdPages(numbersMap);
        positionBytes = (Integer) field(HprofInMemoryIndex.class, inMemory, "positionSize");
        sizeBytes =
                (Integer) field(HprofInMemoryIndex.class, inMemory, "bytesForPrimitiveArraySize");
        firstInstance = graph.getClassCount();
        firstArray = firstInstance + graph.getInstanceCount();
        firstOfNumbers = firstArray + graph.getObjectArrayCount();
    }

    private static SortedBytesMap map(Object index, String name) {
        return (SortedBytesMap) field(HprofInMemoryIndex.class, index, name);
    }

    private static Object field(Class<?> type, Object of, String name) {
        try {
            Field field = type.getDeclaredField(name);
            field.setAccessible(true);
            return field.get(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("another release of shark: " + e, e);
        }
    }

    /** The index of the object with an id, or {@link HeapDump#NONE}. */
    int indexOf(long id) {
        int position = instances.position(id);
        if (position >= 0) {
            return firstInstance + position;
        }
        position = arrays.position(id);
        if (position >= 0) {
            return firstArray + position;
        }
        position = ofNumbers.position(id);
        if (position >= 0) {
            return firstOfNumbers + position;
        }
        HeapObject type = id == 0 ? null : graph.findObjectByIdOrNull(id);
        return type == null ? HeapDump.NONE : type.getObjectIndex();
    }

    /** The object with an index. */
    HeapObject at(int index) {
        if (index >= firstOfNumbers) {
            return arrayOfNumbers(index - firstOfNumbers);
        }
        return index == 0 ? graph.getClasses().iterator().next() : graph.findObjectByIndex(index);
    }

    private HeapObject arrayOfNumbers(int position) {
        ByteSubArray entry = numbersMap.getAtIndex(position);
        long at = entry.readTruncatedLong(positionBytes);
        PrimitiveType type = TYPES[entry.readByte()];
        IndexedPrimitiveArray indexed =
                new IndexedPrimitiveArray(at, type, entry.readTruncatedLong(sizeBytes));
        long id = numbersMap.keyAt(position);
        return new HeapPrimitiveArray(graph, indexed, id, firstOfNumbers + position);
    }

    /** The object with an id; null if it is not in the dump. */
    @Nullable HeapObject find(long id) {
        int index = id == 0 ? HeapDump.NONE : indexOf(id);
        return index < 0 ? null : at(index);
    }

    /** Whether an object is an array of numbers. */
    boolean isOfNumbers(int index) {
        return index >= firstOfNumbers;
    }
}
