package io.github.tlsleak.cli.heap.tls;

import io.github.tlsleak.cli.heap.dump.DumpedObject;
import io.github.tlsleak.common.text.DataFile;
import java.util.List;

/** A path of fields from an object of a dump, such as {@code conContext.isBroken}. Immutable. */
final class FieldPath {

    private final List<String> names;

    FieldPath(String text) {
        this.names = DataFile.fields(text, ".");
    }

    /**
     * Follows the path. Past a null it leads to nothing.
     *
     * @throws MissingFieldException if the class of an object on the way lacks the field
     */
    FieldValue from(DumpedObject start) throws MissingFieldException {
        DumpedObject object = start;
        int last = names.size() - 1;
        for (String name : names.subList(0, last)) {
            check(object, name);
            DumpedObject next = object.object(name);
            if (next == null) {
                return FieldValue.NOTHING;
            }
            object = next;
        }
        check(object, names.get(last));
        return value(object, names.get(last));
    }

    private static void check(DumpedObject object, String name) throws MissingFieldException {
        if (!object.hasField(name)) {
            throw new MissingFieldException(object.type().name(), name);
        }
    }

    private static FieldValue value(DumpedObject object, String name) {
        DumpedObject value = object.object(name);
        if (value != null) {
            return FieldValue.of(value);
        }
        long number = object.number(name, Long.MIN_VALUE);
        return number == Long.MIN_VALUE ? FieldValue.NOTHING : FieldValue.of(number);
    }
}
