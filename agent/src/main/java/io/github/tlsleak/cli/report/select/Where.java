package io.github.tlsleak.cli.report.select;

import io.github.tlsleak.common.text.Glob;
import org.jspecify.annotations.Nullable;

/** A condition on a JVM: a label, its program or its host, and a pattern. Immutable. */
public final class Where {

    /** Stands for the value of a JVM that has no such label. */
    public static final String NONE = "(none)";

    private final String name;
    private final String pattern;
    private final Glob glob;

    private Where(String name, String pattern) {
        this.name = name;
        this.pattern = pattern;
        this.glob = new Glob(pattern);
    }

    /**
     * Reads a condition.
     *
     * @param text such as {@code service=shop}; a star stands for any characters
     * @return null if there is no name or no pattern
     */
    public static @Nullable Where parse(String text) {
        int equals = text.indexOf('=');
        boolean whole = equals > 0 && equals < text.length() - 1;
        return whole ? new Where(text.substring(0, equals), text.substring(equals + 1)) : null;
    }

    /** The name of the label. */
    public String name() {
        return name;
    }

    /** The pattern of values. */
    public String pattern() {
        return pattern;
    }

    /**
     * Whether a value fits.
     *
     * @param value the label of a JVM; null if it has none
     */
    public boolean fits(@Nullable String value) {
        return glob.matches(value == null ? NONE : value);
    }

    @Override
    public String toString() {
        return name + "=" + pattern;
    }
}
