package io.github.tlsleak.cli.heap.tls;

import io.github.tlsleak.cli.heap.dump.DumpedObject;
import org.jspecify.annotations.Nullable;

/** What a line of the table gives: an object, a number, a text or nothing. Immutable. */
final class FieldValue {

    /** Null, or a path that ends at a null before its last field. */
    static final FieldValue NOTHING = new FieldValue(null, null, null);

    private final @Nullable DumpedObject object;
    private final @Nullable Long number;
    private final @Nullable String literal;

    private FieldValue(
            @Nullable DumpedObject object, @Nullable Long number, @Nullable String literal) {
        this.object = object;
        this.number = number;
        this.literal = literal;
    }

    static FieldValue of(DumpedObject object) {
        return new FieldValue(object, null, null);
    }

    static FieldValue of(long number) {
        return new FieldValue(null, number, null);
    }

    /** A text of the table itself. */
    static FieldValue of(String literal) {
        return new FieldValue(null, null, literal);
    }

    @Nullable DumpedObject object() {
        return object;
    }

    @Nullable Long number() {
        return number;
    }

    boolean isNothing() {
        return object == null && number == null && literal == null;
    }

    /** A string, the text of an address, or a number in decimal; null if it is none of them. */
    @Nullable String text() {
        if (number != null) {
            return number.toString();
        }
        if (object == null) {
            return literal;
        }
        String string = object.string();
        return string != null ? string : AddressText.of(object);
    }

    /** Whether it says something: an empty text or the number 0 does not. */
    boolean tells() {
        if (number != null) {
            return number != 0;
        }
        String text = text();
        return text == null ? object != null : !text.isEmpty();
    }
}
