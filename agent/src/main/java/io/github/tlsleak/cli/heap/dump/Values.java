package io.github.tlsleak.cli.heap.dump;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import shark.ValueHolder;

/** Reads values of fields. Stateless. */
final class Values {

    private Values() {}

    /** A value as a number, or 0 or 1 for a boolean; otherwise if it is none. */
    static long number(@Nullable ValueHolder value, long otherwise) {
        if (value instanceof ValueHolder.IntHolder) {
            return ((ValueHolder.IntHolder) value).getValue();
        }
        if (value instanceof ValueHolder.LongHolder) {
            return ((ValueHolder.LongHolder) value).getValue();
        }
        if (value instanceof ValueHolder.BooleanHolder) {
            return ((ValueHolder.BooleanHolder) value).getValue() ? 1 : 0;
        }
        if (value instanceof ValueHolder.ByteHolder) {
            return ((ValueHolder.ByteHolder) value).getValue();
        }
        if (value instanceof ValueHolder.ShortHolder) {
            return ((ValueHolder.ShortHolder) value).getValue();
        }
        return value instanceof ValueHolder.CharHolder
                ? ((ValueHolder.CharHolder) value).getValue()
                : otherwise;
    }

    /** The number at an offset, of a primitive type of hprof; otherwise if it is a fraction. */
    static long number(byte[] values, DumpField field, long otherwise) {
        ByteBuffer bytes = ByteBuffer.wrap(values);
        switch (field.type) {
            case 4:
            case 8:
                return bytes.get(field.offset);
            case 5:
                return bytes.getChar(field.offset);
            case 9:
                return bytes.getShort(field.offset);
            case 10:
                return bytes.getInt(field.offset);
            case 11:
                return bytes.getLong(field.offset);
            default:
                return otherwise;
        }
    }

    /**
     * The id at an offset, of 4 or 8 bytes. Big-endian, as all of hprof. One of 4 bytes may be
     * negative, as shark reads it: the upper half of the addresses of 32 bits.
     */
    static long id(byte[] values, int offset, int idBytes) {
        long id = 0;
        for (int i = 0; i < idBytes; i++) {
            id = id << 8 | values[offset + i] & 0xff;
        }
        return idBytes == 4 ? (int) id : id;
    }
}
