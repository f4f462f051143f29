package io.github.tlsleak.cli.heap.tls;

import org.jspecify.annotations.Nullable;

/** A provider in the table, or some of its releases. Immutable. */
final class FieldProvider {

    private final String name;
    private final String packageEnd;
    private final @Nullable String field;

    /**
     * @param packageEnd how the name of its package ends
     * @param field the field by which its releases are told apart; null for all
     */
    FieldProvider(String name, String packageEnd, @Nullable String field) {
        this.name = name;
        this.packageEnd = packageEnd;
        this.field = field;
    }

    String name() {
        return name;
    }

    @Nullable String field() {
        return field;
    }

    /** Whether a class is in its package. */
    boolean has(String className) {
        int dot = className.lastIndexOf('.');
        if (dot < 0 || !className.startsWith(packageEnd, dot - packageEnd.length())) {
            return false;
        }
        int before = dot - packageEnd.length() - 1;
        return before < 0 || className.charAt(before) == '.';
    }
}
