package io.github.tlsleak.cli.report.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.Arrays;

/**
 * The names that lines of one type had last, in their order: the next line will most likely have
 * the same, and to compare a name costs less than to look it up. Used by one thread.
 */
final class FieldOrder {

    private static final int MAX_NAMES = 64;
    private static final SerializedString NONE = new SerializedString("");

    private final SerializedString[] names = new SerializedString[MAX_NAMES];
    private final Field[] fields = new Field[MAX_NAMES];
    private int at;

    FieldOrder() {
        Arrays.fill(names, NONE);
    }

    /** A line begins; so many names of it were read already. */
    void begin(int read) {
        at = read;
    }

    /** Goes to the next name; false if there is none, whatever comes instead. */
    boolean next(JsonParser in) throws IOException {
        int place = Math.min(at++, MAX_NAMES - 1);
        if (in.nextFieldName(names[place])) {
            return true;
        }
        if (in.currentToken() != JsonToken.FIELD_NAME) {
            return false;
        }
        names[place] = new SerializedString(in.currentName());
        fields[place] = Field.of(in.currentName());
        return true;
    }

    /** The field of the name reached, or null if that is not read. */
    Field field() {
        return fields[Math.min(at, MAX_NAMES) - 1];
    }
}
