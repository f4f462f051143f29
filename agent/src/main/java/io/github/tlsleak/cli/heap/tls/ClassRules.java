package io.github.tlsleak.cli.heap.tls;

import io.github.tlsleak.cli.heap.dump.DumpedClass;
import java.util.List;

/** The lines of the table for one class that tell one thing. Immutable. */
final class ClassRules {

    private final DumpedClass type;
    private final List<FieldRule> rules;

    ClassRules(DumpedClass type, List<FieldRule> rules) {
        this.type = type;
        this.rules = rules;
    }

    /** The class that the lines name: that of an object or a superclass. */
    DumpedClass type() {
        return type;
    }

    /** In the order of the table. */
    List<FieldRule> rules() {
        return rules;
    }
}
