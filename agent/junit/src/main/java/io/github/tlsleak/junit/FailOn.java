package io.github.tlsleak.junit;

import io.github.tlsleak.test.TlsFinding;

/** Which findings make a test fail. Immutable. */
public enum FailOn {
    /**
     * As the configuration parameter {@code tlsleak.junit.severity} says; {@link #LEAK} if none.
     */
    CONFIGURED,
    /** Leaks: a descriptor or an established session was dropped unclosed. */
    LEAK,
    /** Leaks, and defects: the peer was still there and got no close_notify. */
    DEFECT,
    /** Every finding. */
    NOTICE,
    /**
     * Every finding at a site that the agent's option {@code baseline} does not accept: all of them
     * where there is no baseline.
     */
    NEW;

    /** Whether the finding makes its test fail. */
    boolean includes(TlsFinding finding) {
        switch (this) {
            case NEW:
                return finding.isNew();
            case NOTICE:
                return true;
            case DEFECT:
                return !"notice".equals(finding.severity());
            default:
                return "leak".equals(finding.severity());
        }
    }
}
