package io.github.tlsleak.cli.report.model.compare;

import java.util.Locale;

/** What became of a site between two reports, in the order in which they are told. Immutable. */
public enum Change {
    /** The earlier report does not have it. */
    NEW,
    /** It is found more often than before. */
    GROWN,
    /** It is found less often than before. */
    SHRUNK,
    /** It is not found any more. */
    GONE,
    /** It is found about as often as before. */
    UNCHANGED;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The word in reports. */
    public String label() {
        return label;
    }
}
