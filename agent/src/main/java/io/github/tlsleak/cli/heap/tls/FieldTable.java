package io.github.tlsleak.cli.heap.tls;

import io.github.tlsleak.cli.heap.dump.DumpedClass;
import io.github.tlsleak.common.text.DataFile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The table of the fields that are read, {@code tls-fields.txt}, and which of its lines are for a
 * class of a dump. Used by one thread; belongs to one dump.
 */
final class FieldTable {

    private static final String RESOURCE = "tls-fields.txt";
    private static final String PROVIDER = "provider ";
    private static final String COLUMNS = " | ";

    /** The JDK's classes, which other providers' extend. */
    private static final String JDK = "JDK";

    private final List<FieldProvider> providers = new ArrayList<>();
    private final List<FieldLine> lines = new ArrayList<>();
    private final Map<DumpedClass, Map<FieldKind, ClassRules>> known = new HashMap<>();

    /**
     * Reads lines of the form that the resource describes.
     *
     * @throws IllegalArgumentException if a line cannot be understood
     */
    FieldTable(List<String> text) {
        for (String line : text) {
            try {
                List<String> columns = DataFile.fields(line, COLUMNS);
                if (line.startsWith(PROVIDER)) {
                    addProvider(columns);
                } else {
                    addLines(columns);
                }
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new IllegalArgumentException(line + ": " + e.getMessage(), e);
            }
        }
    }

    /** The table of the product. */
    static FieldTable load() {
        return new FieldTable(DataFile.lines(FieldTable.class, RESOURCE));
    }

    private void addProvider(List<String> columns) {
        String name = columns.get(0).substring(PROVIDER.length());
        String field = columns.size() > 2 ? columns.get(2) : null;
        providers.add(new FieldProvider(name, columns.get(1), field));
    }

    private void addLines(List<String> columns) {
        FieldProvider provider = providers.get(providers.size() - 1);
        FieldKind kind = FieldKind.of(columns.get(1));
        FieldRule rule = kind.isMark() ? null : new FieldRule(kind, columns.get(2));
        for (String className : DataFile.fields(columns.get(0), ",")) {
            lines.add(new FieldLine(provider, className, kind, rule));
        }
    }

    /**
     * The lines for a class, or those of the nearest superclass that has any.
     *
     * @return null if there are none
     * @throws MissingFieldException if there are, but for releases whose class has other fields
     */
    @Nullable ClassRules rules(@Nullable DumpedClass type, FieldKind kind)
            throws MissingFieldException {
        if (type == null) {
            return null;
        }
        Map<FieldKind, ClassRules> ofClass =
                known.computeIfAbsent(type, t -> new EnumMap<>(FieldKind.class));
        ClassRules rules = ofClass.get(kind);
        if (rules == null) {
            rules = find(type, kind);
            if (rules != null) {
                ofClass.put(kind, rules);
            }
        }
        return rules;
    }

    private @Nullable ClassRules find(DumpedClass type, FieldKind kind)
            throws MissingFieldException {
        for (DumpedClass c = type; c != null; c = c.superclass()) {
            String otherRelease = null;
            List<FieldRule> rules = new ArrayList<>();
            for (FieldLine line : lines) {
                if (line.kind == kind && line.rule != null && line.isFor(c.name())) {
                    String field = line.provider.field();
                    if (field == null || c.hasField(field)) {
                        rules.add(line.rule);
                    } else {
                        otherRelease = otherRelease == null ? field : otherRelease;
                    }
                }
            }
            if (!rules.isEmpty()) {
                return new ClassRules(c, rules);
            }
            if (otherRelease != null) {
                throw new MissingFieldException(c.name(), otherRelease);
            }
        }
        return null;
    }

    /** Whether there are such lines for a class, whatever its fields. */
    boolean hasRules(DumpedClass type, FieldKind kind) {
        try {
            return rules(type, kind) != null;
        } catch (MissingFieldException e) {
            return true;
        }
    }

    /** Whether a line marks a class, or a superclass of it. */
    boolean isMarked(DumpedClass type, FieldKind mark) {
        for (DumpedClass c = type; c != null; c = c.superclass()) {
            for (FieldLine line : lines) {
                if (line.kind == mark && line.isFor(c.name())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The provider of a class or of its nearest superclass that has one; null if none is known. */
    @Nullable String provider(DumpedClass type) {
        for (DumpedClass c = type; c != null; c = c.superclass()) {
            for (FieldProvider provider : providers) {
                if (!provider.name().equals(JDK) && provider.has(c.name())) {
                    return provider.name();
                }
            }
        }
        return null;
    }
}
