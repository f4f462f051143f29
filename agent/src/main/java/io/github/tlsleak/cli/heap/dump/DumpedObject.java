package io.github.tlsleak.cli.heap.dump;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import shark.HeapObject;
import shark.HeapObject.HeapClass;
import shark.HeapObject.HeapInstance;
import shark.HeapObject.HeapObjectArray;
import shark.HeapObject.HeapPrimitiveArray;
import shark.HprofRecord.HeapDumpRecord.ObjectRecord.PrimitiveArrayDumpRecord;

/**
 * An object in a dump: an instance, an array or a class. Fields are read from the file when asked
 * for. Two are equal if they are the same object of a dump. Does not change; used by one thread.
 */
public final class DumpedObject {

    private final HeapDump dump;
    private final HeapObject shark;

    /** The values of its fields as they lie in the dump; null until one is asked for. */
    private byte @Nullable [] values;

    DumpedObject(HeapDump dump, HeapObject shark) {
        this.dump = dump;
        this.shark = shark;
    }

    HeapObject shark() {
        return shark;
    }

    /** Whether it is an instance: neither an array nor a class. */
    public boolean isInstance() {
        return shark instanceof HeapInstance;
    }

    /** Its index, from 0 up to {@link HeapDump#objectCount()}. */
    public int index() {
        return shark.getObjectIndex();
    }

    /** Its class; of arrays such as {@code byte[]}. */
    public DumpedClass type() {
        return dump.classTable().typeOf(shark);
    }

    /** This as a class; null if it is none. */
    public @Nullable DumpedClass asClass() {
        return shark instanceof HeapClass ? dump.classTable().of(shark.getObjectId()) : null;
    }

    /** Whether its class or a superclass has a name. A dump does not tell interfaces. */
    public boolean isA(String className) {
        return type().isA(className);
    }

    /** Whether it is an instance with a field of that name. */
    public boolean hasField(String field) {
        return shark instanceof HeapInstance && type().hasField(field);
    }

    /** The object in a field; null if the field is null, absent, or no reference. */
    public @Nullable DumpedObject object(String field) {
        DumpField found = field(field);
        if (found == null || !found.isReference()) {
            return null;
        }
        return dump.find(Values.id(values(), found.offset, dump.idBytes()));
    }

    /** The number, or 0 or 1 for a boolean, in a field; otherwise if it has no such field. */
    public long number(String field, long otherwise) {
        DumpField found = field(field);
        return found == null ? otherwise : Values.number(values(), found, otherwise);
    }

    /** The text of a field that holds a string; null if it does not. */
    public @Nullable String text(String field) {
        DumpedObject value = object(field);
        return value == null ? null : value.string();
    }

    /** The text, if this is a string; else null. */
    public @Nullable String string() {
        if (!(shark instanceof HeapInstance) || !type().name().equals("java.lang.String")) {
            return null;
        }
        DumpedObject value = object("value");
        return value == null ? null : value.characters(number("coder", -1));
    }

    /** As the value of a string: {@code char[]} on Java 8, since 9 bytes with a coder. */
    private String characters(long coder) {
        PrimitiveArrayDumpRecord record = ((HeapPrimitiveArray) shark).readRecord();
        if (record instanceof PrimitiveArrayDumpRecord.CharArrayDump) {
            return new String(((PrimitiveArrayDumpRecord.CharArrayDump) record).getArray());
        }
        Charset utf16 = StandardCharsets.UTF_16LE;
        return new String(bytes(), coder == 1 ? utf16 : StandardCharsets.ISO_8859_1);
    }

    /** The elements of an array of objects; nothing for others. */
    public List<@Nullable DumpedObject> elements() {
        if (!(shark instanceof HeapObjectArray)) {
            return Collections.emptyList();
        }
        List<@Nullable DumpedObject> all = new ArrayList<>();
        for (long id : ((HeapObjectArray) shark).readRecord().getElementIds()) {
            all.add(dump.find(id));
        }
        return all;
    }

    /** The content of an array of bytes; nothing for others. */
    public byte[] bytes() {
        if (shark instanceof HeapPrimitiveArray) {
            PrimitiveArrayDumpRecord record = ((HeapPrimitiveArray) shark).readRecord();
            if (record instanceof PrimitiveArrayDumpRecord.ByteArrayDump) {
                return ((PrimitiveArrayDumpRecord.ByteArrayDump) record).getArray();
            }
        }
        return new byte[0];
    }

    /** The numbers of an array of {@code int}; nothing for others. */
    public int[] ints() {
        if (shark instanceof HeapPrimitiveArray) {
            PrimitiveArrayDumpRecord record = ((HeapPrimitiveArray) shark).readRecord();
            if (record instanceof PrimitiveArrayDumpRecord.IntArrayDump) {
                return ((PrimitiveArrayDumpRecord.IntArrayDump) record).getArray();
            }
        }
        return new int[0];
    }

    /** Bytes of it alone in the JVM's heap, as estimated by {@link ObjectSizes}. */
    public long shallowBytes() {
        if (shark instanceof HeapInstance) {
            return type().instanceBytes();
        }
        if (shark instanceof HeapObjectArray) {
            long length = ((HeapObjectArray) shark).getByteSize() / dump.idBytes();
            return ObjectSizes.array(length, dump.referenceBytes(), dump);
        }
        if (shark instanceof HeapPrimitiveArray) {
            HeapPrimitiveArray array = (HeapPrimitiveArray) shark;
            return ObjectSizes.array(array.getByteSize(), 1, dump);
        }
        return 0;
    }

    /** The first field of this instance whose object matches; null if there is none. */
    public @Nullable String fieldOf(Predicate<DumpedObject> match) {
        if (!(shark instanceof HeapInstance)) {
            return null;
        }
        byte[] values = values();
        for (DumpField field : type().fields()) {
            if (field.isReference()) {
                DumpedObject value = dump.find(Values.id(values, field.offset, dump.idBytes()));
                if (value != null && match.test(value)) {
                    return field.name;
                }
            }
        }
        return null;
    }

    private @Nullable DumpField field(String name) {
        return shark instanceof HeapInstance ? type().field(name) : null;
    }

    private byte[] values() {
        byte[] known = values;
        if (known == null) {
            known = ((HeapInstance) shark).readRecord().getFieldValues();
            values = known;
        }
        return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DumpedObject
                && ((DumpedObject) other).dump == dump
                && ((DumpedObject) other).index() == index();
    }

    @Override
    public int hashCode() {
        return index();
    }

    @Override
    public String toString() {
        return type() + "@" + index();
    }
}
