package io.github.tlsleak.cli.heap.dump;

import io.github.tlsleak.cli.report.read.Progress;
import io.github.tlsleak.common.text.PlainText;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import shark.CloseableHeapGraph;
import shark.HeapObject;
import shark.HeapObject.HeapClass;
import shark.HeapObject.HeapInstance;
import shark.HeapObject.HeapObjectArray;
import shark.HprofHeader;
import shark.HprofHeapGraph;
import shark.HprofIndex;
import shark.HprofRecordTag;

/** A heap dump that is open for reading. Each object has an index. Used by one thread. */
public final class HeapDump implements Closeable {

    /** The index of an object that is not in the dump. */
    public static final int NONE = -1;

    /** Shark counts the objects in one reading and indexes them in another. */
    private static final int READINGS = 2;

    private static final int CACHED = 16;

    private static final int MAX_REASON = 300;

    private final UnpackedDump unpacked;
    private final MappedDump file;
    private final HprofHeader header;
    private final CloseableHeapGraph graph;
    private final ObjectIndex objects;
    private final ClassTable classes;
    private final boolean compressed;
    private final DumpRoots roots;

    private HeapDump(UnpackedDump unpacked, MappedDump file, HprofHeader header, HprofIndex index) {
        this.unpacked = unpacked;
        this.file = file;
        this.header = header;
        this.graph = index.openHeapGraph();
        this.objects = new ObjectIndex(index, graph);
        this.compressed = ObjectSizes.isCompressed(idBytes(), highestId(graph));
        this.classes = new ClassTable(this, graph);
        this.roots = DumpRoots.read(this, graph.getGcRoots(), file, header);
    }

    /**
     * Opens a dump, plain or packed with gzip, and reads it twice from the beginning to the end.
     *
     * @param progress is told twice the bytes of the dump; {@code end} is left to the caller
     * @throws IOException with one clear line: which file, and why it cannot be read
     */
    public static HeapDump open(Path path, Progress progress) throws IOException {
        UnpackedDump unpacked = UnpackedDump.of(path);
        MappedDump file = null;
        try {
            DumpFile.check(path, unpacked.file());
            progress.begin(READINGS * Files.size(unpacked.file()));
            file = new MappedDump(unpacked.file(), progress);
            HprofHeader header = HprofHeader.Companion.parseHeaderOf(unpacked.file().toFile());
            // a walk reads each object once; a large cache costs more than it saves
            HprofHeapGraph.Companion.setINTERNAL_LRU_CACHE_SIZE(CACHED);
            HprofIndex index =
                    HprofIndex.Companion.indexRecordsOf(
                            file, header, null, HprofRecordTag.Companion.getRootTags());
            return new HeapDump(unpacked, file, header, index);
        } catch (EOFException | RuntimeException e) {
            close(unpacked, file);
            throw damaged(path.toString(), e);
        } catch (Throwable e) {
            // Kotlin code throws checked exceptions without declaring them
            close(unpacked, file);
            throw e;
        }
    }

    /**
     * What to throw where reading a dump has failed: parts of it contradict each other.
     *
     * @param name what to call the dump
     */
    public static IOException damaged(String name, Exception e) {
        String why = PlainText.printable(PlainText.cut(String.valueOf(e), MAX_REASON));
        return new IOException(name + " cannot be read as a heap dump: " + why, e);
    }

    private static void close(UnpackedDump unpacked, @Nullable MappedDump file) throws IOException {
        if (file != null) {
            file.close();
        }
        unpacked.close();
    }

    /** By the highest instance: in a heap of this size or more, arrays lie there as well. */
    private static long highestId(CloseableHeapGraph graph) {
        int last = graph.getClassCount() + graph.getInstanceCount() - 1;
        return graph.getInstanceCount() == 0 ? 0 : graph.findObjectByIndex(last).getObjectId();
    }

    /** How many objects there are, classes among them. Their indexes are 0 up to this. */
    public int objectCount() {
        return graph.getObjectCount();
    }

    /** An object by its index. */
    public DumpedObject object(int index) {
        return new DumpedObject(this, objects.at(index));
    }

    /** All classes, those of arrays among them. */
    public Collection<DumpedClass> classes() {
        return classes.all();
    }

    /** The classes of a name, one for each loader that defined one. */
    public List<DumpedClass> classes(String name) {
        return classes.named(name);
    }

    /** The class with that index, or null if the object is no class. */
    public @Nullable DumpedClass classAt(int index) {
        HeapObject object = objects.at(index);
        return object instanceof HeapClass ? classes.of(object.getObjectId()) : null;
    }

    /** Whether an object is an array of numbers: it holds nothing. */
    public boolean isOfNumbers(int index) {
        return objects.isOfNumbers(index);
    }

    /** Calls back with the instances, not arrays, whose own class matches. Reads the index once. */
    public void instances(Predicate<DumpedClass> of, Consumer<DumpedObject> to) {
        for (Iterator<HeapInstance> all = graph.getInstances().iterator(); all.hasNext(); ) {
            HeapInstance instance = all.next();
            if (of.test(classes.of(instance.getInstanceClassId()))) {
                to.accept(new DumpedObject(this, instance));
            }
        }
    }

    /** Calls back with each object that an object holds: in fields, as elements, in statics. */
    public void held(int index, Consumer<DumpedObject> to) {
        held(object(index), any -> true, to);
    }

    /**
     * As {@link #held(int, Consumer)}, but only with some objects.
     *
     * @param wanted tells by the index whether an object is wanted
     */
    public void held(DumpedObject holder, IntPredicate wanted, Consumer<DumpedObject> to) {
        HeapObject object = holder.shark();
        if (object instanceof HeapInstance) {
            heldByInstance((HeapInstance) object, wanted, to);
        } else if (object instanceof HeapObjectArray) {
            for (long id : ((HeapObjectArray) object).readRecord().getElementIds()) {
                accept(id, wanted, to);
            }
        } else if (object instanceof HeapClass) {
            classes.of(object.getObjectId()).staticReferences((name, target) -> to.accept(target));
        }
    }

    private void heldByInstance(
            HeapInstance instance, IntPredicate wanted, Consumer<DumpedObject> to) {
        int[] offsets = classes.of(instance.getInstanceClassId()).strongOffsets();
        if (offsets.length == 0) {
            return;
        }
        byte[] values = instance.readRecord().getFieldValues();
        for (int offset : offsets) {
            accept(Values.id(values, offset, idBytes()), wanted, to);
        }
    }

    private void accept(long id, IntPredicate wanted, Consumer<DumpedObject> to) {
        int index = id == 0 ? NONE : objects.indexOf(id);
        if (index >= 0 && wanted.test(index)) {
            to.accept(object(index));
        }
    }

    /** What the JVM holds by itself: classes, threads, local variables, native code. */
    public DumpRoots roots() {
        return roots;
    }

    /** Bytes of the dump, unpacked. */
    public long fileBytes() {
        return file.size();
    }

    /** When the dump was taken, as milliseconds since 1970. */
    public long timeMillis() {
        return header.getHeapDumpTimestamp();
    }

    /** Bytes of an id in the file: 8, or 4 for a JVM of 32 bits. */
    public int idBytes() {
        return header.getIdentifierByteSize();
    }

    int referenceBytes() {
        return compressed ? 4 : 8;
    }

    int headerBytes() {
        return idBytes() == 4 ? 8 : 12;
    }

    /** The object with an id, or null. */
    @Nullable DumpedObject find(long id) {
        HeapObject object = objects.find(id);
        return object == null ? null : new DumpedObject(this, object);
    }

    ClassTable classTable() {
        return classes;
    }

    @Override
    public void close() throws IOException {
        graph.close();
        close(unpacked, file);
    }
}
