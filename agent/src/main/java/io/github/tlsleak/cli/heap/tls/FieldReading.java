package io.github.tlsleak.cli.heap.tls;

import io.github.tlsleak.cli.heap.dump.DumpedClass;
import io.github.tlsleak.cli.heap.dump.DumpedObject;
import org.jspecify.annotations.Nullable;

/** One object that is read by the lines of the table for its class. Immutable. */
final class FieldReading {

    /** Objects that refer to each other in a circle end here. */
    private static final int DEEPEST = 8;

    private final FieldTable table;
    private final DumpedObject object;
    private final @Nullable DumpedClass from;
    private final int depth;

    private FieldReading(
            FieldTable table, DumpedObject object, @Nullable DumpedClass from, int depth) {
        this.table = table;
        this.object = object;
        this.from = from;
        this.depth = depth;
    }

    static FieldReading of(FieldTable table, DumpedObject object) {
        return new FieldReading(table, object, object.type(), 0);
    }

    DumpedObject object() {
        return object;
    }

    /**
     * What another object says by its own lines. If it is this object, those of its superclasses
     * are meant: a socket that is not layered is its own transport.
     */
    FieldValue of(DumpedObject other, FieldKind kind) throws MissingFieldException {
        if (depth == DEEPEST) {
            return FieldValue.NOTHING;
        }
        DumpedClass start = other.type();
        if (other.equals(object)) {
            ClassRules own = table.rules(from, kind);
            start = own == null ? null : own.type().superclass();
        }
        FieldReading reading = new FieldReading(table, other, start, depth + 1);
        return kind == FieldKind.STATE ? reading.value(kind) : reading.valueIfAny(kind);
    }

    /**
     * What the first line that tells something tells.
     *
     * @return nothing if no line does
     * @throws MissingFieldException if a class lacks a field that a line up to there needs
     */
    FieldValue value(FieldKind kind) throws MissingFieldException {
        ClassRules rules = table.rules(from, kind);
        if (rules == null) {
            return FieldValue.NOTHING;
        }
        for (FieldRule rule : rules.rules()) {
            FieldValue value = rule.value(this, kind);
            if (kind.isToldBy(value)) {
                return value;
            }
        }
        return FieldValue.NOTHING;
    }

    /** As {@link #value}, but a line whose field is missing is passed over. */
    FieldValue valueIfAny(FieldKind kind) {
        try {
            ClassRules rules = table.rules(from, kind);
            if (rules != null) {
                for (FieldRule rule : rules.rules()) {
                    FieldValue value = valueIfAny(rule, kind);
                    if (kind.isToldBy(value)) {
                        return value;
                    }
                }
            }
        } catch (MissingFieldException e) {
            // a release that is not known
        }
        return FieldValue.NOTHING;
    }

    private FieldValue valueIfAny(FieldRule rule, FieldKind kind) {
        try {
            return rule.value(this, kind);
        } catch (MissingFieldException e) {
            return FieldValue.NOTHING;
        }
    }
}
