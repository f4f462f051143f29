package io.github.tlsleak.common.schema;

/** The fields of {@link SummaryFields#BASELINE}. Stateless. */
public final class BaselineFields {

    /** Number, 0 and more: findings at sites of the baseline. */
    public static final String ACCEPTED = "accepted";

    /** Number, 0 and more: sites of the baseline with findings. */
    public static final String ACCEPTED_SITES = "acceptedSites";

    /** Number, 0 and more: sites with findings that are not in the baseline. */
    public static final String NEW_SITES = "newSites";

    /** Number, 0 and more: sites of the baseline without findings. */
    public static final String UNSEEN_SITES = "unseenSites";

    private BaselineFields() {}
}
