package io.github.tlsleak.common.verdict;

/** How much a verdict matters. Immutable, thread-safe. */
public enum Severity {
    /** The program dropped a resource, and nobody closed it. */
    LEAK,
    /** Closed, but the peer was there and got no close_notify. */
    DEFECT,
    /** Worth knowing: by design, or harmless. */
    NOTICE,
    /** Clean: counted in the summary only. */
    COUNTED;

    private final String label = name().toLowerCase(java.util.Locale.ROOT);

    /**
     * The name used in reports.
     *
     * @return for example {@code leak}
     */
    public String label() {
        return label;
    }
}
