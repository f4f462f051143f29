package io.github.tlsleak.cli.report.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The field names of the last line of one type, in their order. The next line of that type will
 * most likely have the same names. Comparing a name costs less than looking it up. Used by one
 * thread.
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

    /**
     * A line begins.
     *
     * @param read how many of its names were read already
     */
    void begin(int read) {
        at = read;
    }

    /** Goes to the next name. Returns false if something other than a name comes next. */
    boolean next(JsonParser in) throws IOException {
        int index = Math.min(at++, MAX_NAMES - 1);
        if (in.nextFieldName(names[index])) {
            return true;
        }
        if (in.currentToken() != JsonToken.FIELD_NAME) {
            return false;
        }
        names[index] = new SerializedString(in.currentName());
        fields[index] = Field.of(in.currentName());
        return true;
    }

    /** The field of the current name, or null if that field is not read. */
    @Nullable Field field() {
        return fields[Math.min(at, MAX_NAMES) - 1];
    }
}
