package io.github.tlsleak.cli.report.row;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a row is about, in the order in which a document has the rows: a row names those before it
 * only. Immutable.
 */
public enum RowKind {
    /** What was read: files, and the filters that were applied. */
    INPUT,
    /** A message on what could not be read. */
    MESSAGE,
    /** A JVM and what was found in it. */
    JVM,
    /** A site, as it is described. */
    SITE,
    /** The findings of one site in one JVM. */
    FINDINGS,
    /** A session that was reported open. */
    SESSION,
    /** A finding on many objects of a site in one JVM. */
    GROUP;

    private final String json = name().toLowerCase(Locale.ROOT);

    /** The name of the list that holds rows of this kind. */
    public String json() {
        return json;
    }

    /** The kind whose list has a name, or null if there is none. */
    public static @Nullable RowKind of(String name) {
        for (RowKind kind : values()) {
            if (kind.json.equals(name)) {
                return kind;
            }
        }
        return null;
    }
}
