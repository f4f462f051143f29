package io.github.tlsleak.cli.heap.tls;

import io.github.tlsleak.cli.heap.dump.DumpedObject;
import io.github.tlsleak.common.text.DataFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a line of the table tells something: on which conditions, and what. Immutable. */
final class FieldRule {

    private static final String ARROW = " -> ";
    private static final String THAT_OF = "that of ";

    private final List<FieldCondition> conditions;
    private final @Nullable FieldPath path;
    private final boolean ofOther;
    private final String text;

    /**
     * @param kind what it tells
     * @param how the last column of the line
     * @throws IllegalArgumentException if it cannot be understood
     */
    FieldRule(FieldKind kind, String how) {
        int arrow = how.indexOf(ARROW);
        if (kind.isDecided() && arrow < 0 && !how.startsWith(THAT_OF)) {
            throw new IllegalArgumentException("no condition: " + how);
        }
        conditions = arrow < 0 ? Collections.emptyList() : conditions(how.substring(0, arrow));
        text = arrow < 0 ? how : how.substring(arrow + ARROW.length());
        ofOther = text.startsWith(THAT_OF);
        if (ofOther) {
            path = new FieldPath(text.substring(THAT_OF.length()));
        } else {
            path = kind.isDecided() ? null : new FieldPath(text);
        }
        if (kind == FieldKind.STATE && path == null) {
            TlsState.of(text);
        }
    }

    private static List<FieldCondition> conditions(String text) {
        if (text.equals("otherwise")) {
            return Collections.emptyList();
        }
        List<FieldCondition> all = new ArrayList<>();
        for (String one : DataFile.fields(text, " and ")) {
            all.add(FieldCondition.parse(one));
        }
        return all;
    }

    /**
     * What it tells.
     *
     * @return nothing if a condition does not hold
     * @throws MissingFieldException if a class lacks a field that it needs
     */
    FieldValue value(FieldReading reading, FieldKind kind) throws MissingFieldException {
        for (FieldCondition condition : conditions) {
            if (!condition.holds(reading)) {
                return FieldValue.NOTHING;
            }
        }
        if (path == null) {
            return FieldValue.of(text);
        }
        FieldValue value = path.from(reading.object());
        DumpedObject other = value.object();
        return !ofOther ? value : other == null ? FieldValue.NOTHING : reading.of(other, kind);
    }
}
