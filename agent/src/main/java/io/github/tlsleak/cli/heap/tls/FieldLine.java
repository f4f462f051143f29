package io.github.tlsleak.cli.heap.tls;

import org.jspecify.annotations.Nullable;

/** A line of the table for one class. Immutable. */
final class FieldLine {

    final FieldProvider provider;

    /** The simple name. */
    final String className;

    final FieldKind kind;

    /** Null if the line only marks the class. */
    final @Nullable FieldRule rule;

    FieldLine(FieldProvider provider, String className, FieldKind kind, @Nullable FieldRule rule) {
        this.provider = provider;
        this.className = className;
        this.kind = kind;
        this.rule = rule;
    }

    boolean isFor(String fullName) {
        return provider.has(fullName)
                && fullName.length() > className.length()
                && fullName.endsWith(className)
                && fullName.charAt(fullName.length() - className.length() - 1) == '.';
    }
}
