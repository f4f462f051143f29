package io.github.tlsleak.cli.heap.dump;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import shark.HeapField;
import shark.HeapObject.HeapClass;
import shark.HprofRecord.HeapDumpRecord.ObjectRecord.ClassDumpRecord.FieldRecord;
import shark.ValueHolder;

/** A class in a dump, also one of arrays. One object for each; used by one thread. */
public final class DumpedClass {

    /** A class of the JVM's references may have this one; its referent is not held. */
    private static final String REFERENCE = "java.lang.ref.Reference";

    private static final long UNREAD = -1;

    private final HeapDump dump;
    private final HeapClass shark;
    private final String name;
    private final @Nullable DumpedClass superclass;
    private @Nullable List<DumpField> fields;
    private @Nullable Map<String, DumpField> fieldsByName;
    private int @Nullable [] references;
    private long instanceBytes;
    private long loaderId = UNREAD;

    DumpedClass(HeapDump dump, HeapClass shark, @Nullable DumpedClass superclass) {
        this.dump = dump;
        this.shark = shark;
        this.name = ClassNames.readable(shark.getName());
        this.superclass = superclass;
    }

    /** The index of the class as an object of the dump. */
    public int index() {
        return shark.getObjectIndex();
    }

    /** The class as an object. */
    public DumpedObject object() {
        return new DumpedObject(dump, shark);
    }

    /** The name in full, such as {@code java.lang.String} or {@code byte[]}. */
    public String name() {
        return name;
    }

    /** The superclass; null for {@code Object}. */
    public @Nullable DumpedClass superclass() {
        return superclass;
    }

    /** Whether it or a superclass has a name. A dump does not tell interfaces. */
    public boolean isA(String className) {
        for (DumpedClass type = this; type != null; type = type.superclass) {
            if (type.name.equals(className)) {
                return true;
            }
        }
        return false;
    }

    /** The class loader; null for the boot loader. */
    public @Nullable DumpedObject loader() {
        if (loaderId == UNREAD) {
            loaderId = shark.readRecord().getClassLoaderId();
        }
        return dump.find(loaderId);
    }

    /** Whether its instances have a field of that name, also one of a superclass. */
    public boolean hasField(String field) {
        return field(field) != null;
    }

    /** The class, this or a superclass, that declares a field of its instances; null if none. */
    public @Nullable DumpedClass declaring(String field) {
        DumpField found = field(field);
        return found == null ? null : found.declaredBy;
    }

    /** The object in a static field of this class; null if null, absent, or no reference. */
    public @Nullable DumpedObject staticObject(String field) {
        ValueHolder value = staticValue(field);
        return value instanceof ValueHolder.ReferenceHolder
                ? dump.find(((ValueHolder.ReferenceHolder) value).getValue())
                : null;
    }

    /** The number, or 0 or 1 for a boolean, in a static field of this class. */
    public long staticNumber(String field, long otherwise) {
        return Values.number(staticValue(field), otherwise);
    }

    /** Calls back with name and object of each static field that holds an object of the dump. */
    public void staticReferences(BiConsumer<String, DumpedObject> to) {
        for (Iterator<HeapField> all = shark.readStaticFields().iterator(); all.hasNext(); ) {
            HeapField field = all.next();
            Long id = field.getValue().getAsNonNullObjectId();
            DumpedObject target = id == null ? null : dump.find(id);
            if (target != null) {
                to.accept(field.getName(), target);
            }
        }
    }

    private @Nullable ValueHolder staticValue(String name) {
        HeapField field = shark.readStaticField(name);
        return field == null ? null : field.getValue().getHolder();
    }

    /** The field of that name; of several, that of the nearest class. */
    @Nullable DumpField field(String name) {
        Map<String, DumpField> known = fieldsByName;
        if (known == null) {
            known = new HashMap<>();
            for (DumpField field : fields()) {
                known.putIfAbsent(field.name, field);
            }
            fieldsByName = known;
        }
        return known.get(name);
    }

    /** All instance fields as they lie in an instance: first the class's own. */
    List<DumpField> fields() {
        List<DumpField> known = fields;
        if (known == null) {
            known = readFields();
            fields = known;
        }
        return known;
    }

    private List<DumpField> readFields() {
        List<DumpField> all = new ArrayList<>();
        int offset = 0;
        for (FieldRecord record : shark.readRecordFields()) {
            int type = record.getType();
            all.add(new DumpField(shark.instanceFieldName(record), this, type, offset));
            offset += DumpField.size(type, dump.idBytes());
        }
        if (superclass != null) {
            for (DumpField field : superclass.fields()) {
                all.add(
                        new DumpField(
                                field.name, field.declaredBy, field.type, offset + field.offset));
            }
        }
        return Collections.unmodifiableList(all);
    }

    /**
     * Where the references that hold something lie. The referent of a reference object does not,
     * nor do the links that the collector keeps in such objects.
     */
    int[] strongOffsets() {
        int[] known = references;
        if (known == null) {
            known =
                    fields().stream()
                            .filter(DumpField::isReference)
                            .filter(field -> !isOfCollector(field))
                            .mapToInt(field -> field.offset)
                            .toArray();
            references = known;
        }
        return known;
    }

    private static boolean isOfCollector(DumpField field) {
        return isReferent(field)
                || field.name.equals("discovered") && field.declaredBy.name.equals(REFERENCE);
    }

    static boolean isReferent(DumpField field) {
        return field.name.equals("referent") && field.declaredBy.name.equals(REFERENCE);
    }

    /** Bytes of an instance, as estimated by {@link ObjectSizes}. */
    long instanceBytes() {
        if (instanceBytes == 0) {
            instanceBytes = ObjectSizes.instance(fields(), dump);
        }
        return instanceBytes;
    }

    @Override
    public String toString() {
        return name;
    }
}
