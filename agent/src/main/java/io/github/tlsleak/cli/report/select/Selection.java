package io.github.tlsleak.cli.report.select;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which JVMs, and findings of which time, are wanted. Immutable. */
public final class Selection {

    /** Everything is wanted. */
    public static final Selection ALL =
            new Selection(Collections.<Where>emptyList(), Long.MIN_VALUE, Long.MAX_VALUE);

    private final List<Where> wheres;
    private final long since;
    private final long until;

    /**
     * @param wheres conditions on JVMs, all of which must be met
     * @param since the first millisecond since 1970 that is wanted; {@link Long#MIN_VALUE}: any
     * @param until the first one that is not wanted any more; {@link Long#MAX_VALUE}: none
     */
    public Selection(List<Where> wheres, long since, long until) {
        this.wheres = Collections.unmodifiableList(new ArrayList<>(wheres));
        this.since = since;
        this.until = until;
    }

    public List<Where> wheres() {
        return wheres;
    }

    /** The same JVMs, at all times. */
    public Selection withoutTimes() {
        return new Selection(wheres, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** Whether only findings of some time are wanted. */
    public boolean hasTimes() {
        return since != Long.MIN_VALUE || until != Long.MAX_VALUE;
    }

    /** Whether a JVM is wanted, whose label of a name the function gives, or null. */
    public boolean takes(Function<String, @Nullable String> labels) {
        for (Where where : wheres) {
            if (!where.fits(labels.apply(where.name()))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a time is wanted; one that is not known is, if all are. */
    public boolean takes(long millis) {
        return millis >= since && millis < until;
    }

    /** The conditions in words, such as {@code service=shop} and {@code since TIME}. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        wheres.forEach(where -> words.add(where.toString()));
        if (since != Long.MIN_VALUE) {
            words.add("since " + Instant.ofEpochMilli(since));
        }
        if (until != Long.MAX_VALUE) {
            words.add("until " + Instant.ofEpochMilli(until));
        }
        return words;
    }
}
