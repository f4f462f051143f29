package io.github.tlsleak.cli.report.select;

import org.jspecify.annotations.Nullable;

/** How much of what was found is shown. Immutable. */
public final class Extent {

    /** Everything is shown, in no groups. */
    public static final Extent WHOLE = new Extent(null, Integer.MAX_VALUE, false, null);

    private final @Nullable String by;
    private final int top;
    private final boolean all;
    private final @Nullable String site;

    /**
     * @param by the label that groups JVMs; null if they are not grouped
     * @param top how many sites are shown, of each group, too
     * @param all whether text shows each of them in full
     * @param site the fingerprint of the one site that is shown; null: all are
     */
    public Extent(@Nullable String by, int top, boolean all, @Nullable String site) {
        this.by = by;
        this.top = top;
        this.all = all;
        this.site = site;
    }

    /** The same with one site. */
    public Extent of(String fingerprint) {
        return new Extent(by, top, all, fingerprint);
    }

    /** The label that JVMs are grouped by; null if they are not. */
    public @Nullable String by() {
        return by;
    }

    /** How many sites are shown; {@link Integer#MAX_VALUE} if nobody said it. */
    public int top() {
        return top;
    }

    /** How many sites are shown where so many are unless somebody said it. */
    public int top(int unlessSaid) {
        return top == Integer.MAX_VALUE ? unlessSaid : top;
    }

    /** Whether text shows each site in full. */
    public boolean isAll() {
        return all;
    }

    /** The fingerprint of the one site that is shown; null: all are. */
    public @Nullable String site() {
        return site;
    }
}
