package io.github.tlsleak.cli.heap.tls;

import io.github.tlsleak.cli.heap.dump.DumpedObject;
import io.github.tlsleak.common.text.DataFile;
import java.util.ArrayList;
import java.util.List;

/** A path of fields from an object of a dump, such as {@code conContext.isBroken}. Immutable. */
final class FieldPath {

    private static final String THIS = "this";

    /** One a step; each is the names that the field has in different releases. */
    private final List<List<String>> steps = new ArrayList<>();

    FieldPath(String text) {
        if (!text.equals(THIS)) {
            for (String step : DataFile.fields(text, ".")) {
                steps.add(DataFile.fields(step, "/"));
            }
        }
    }

    /**
     * Follows the path. Past a null it leads to nothing.
     *
     * @throws MissingFieldException if the class of an object on the way lacks the field
     */
    FieldValue from(DumpedObject start) throws MissingFieldException {
        FieldValue value = FieldValue.of(start);
        for (List<String> step : steps) {
            DumpedObject object = value.object();
            if (object == null) {
                return FieldValue.NOTHING;
            }
            value = value(object, nameIn(object, step));
        }
        return value;
    }

    private static String nameIn(DumpedObject object, List<String> names)
            throws MissingFieldException {
        for (String name : names) {
            if (object.hasField(name)) {
                return name;
            }
        }
        throw new MissingFieldException(object.type().name(), names.get(0));
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
