package io.github.tlsleak.track;

import io.github.tlsleak.verdict.KnownBehaviours;
import io.github.tlsleak.verdict.Owner;
import io.github.tlsleak.verdict.Severity;
import io.github.tlsleak.verdict.Verdict;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counters of the whole run. Thread-safe. */
public final class Totals {

    private final LongAdder created = new LongAdder();
    private final LongAdder untracked = new LongAdder();
    private final LongAdder notJudged = new LongAdder();

    /** Closed in order, counted as they were closed. */
    private final LongAdder closed = new LongAdder();

    /** Guarded by this. */
    private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);

    private final Map<Severity, Long> severities = new EnumMap<>(Severity.class);
    private final Map<Verdict, Long> leaks = new EnumMap<>(Verdict.class);
    private final Map<Owner, Long> leakOwners = new EnumMap<>(Owner.class);
    private final Map<KnownBehaviours.Rule, Long> known = new LinkedHashMap<>();
    private long suppressed;

    void countCreated() {
        created.increment();
    }

    /** Counts a session that was closed in order; without a lock. */
    void countClosed() {
        closed.increment();
    }

    /** Counts a verdict, and whose code made what it fell on. */
    synchronized void count(Verdict verdict, Grader.Grade grade, Owner owner) {
        verdicts.merge(verdict, 1L, Long::sum);
        if (grade.suppressedBy != null) {
            suppressed++;
            return;
        }
        severities.merge(grade.severity, 1L, Long::sum);
        if (grade.known != null) {
            known.merge(grade.known, 1L, Long::sum);
        }
        if (grade.severity == Severity.LEAK) {
            leaks.merge(verdict, 1L, Long::sum);
            leakOwners.merge(owner, 1L, Long::sum);
        }
    }

    /** Counts a session of which nothing can be said, for something of it was not seen. */
    void countNotJudged() {
        notJudged.increment();
    }

    /** Sessions of which nothing is said, for something of them was not seen. */
    public long notJudged() {
        return notJudged.sum();
    }

    void countUntracked() {
        untracked.increment();
    }

    /** Sessions not followed because the collector hung. */
    public long untracked() {
        return untracked.sum();
    }

    /** Sessions followed since the start. */
    public long created() {
        return created.sum();
    }

    /** Findings a suppression rule took out. */
    public synchronized long suppressed() {
        return suppressed;
    }

    /**
     * How many findings had a severity, suppressed ones aside.
     *
     * @param severity the severity
     * @return 0 or more
     */
    public synchronized long count(Severity severity) {
        long early = severity == Severity.COUNTED ? closed.sum() : 0;
        return severities.getOrDefault(severity, 0L) + early;
    }

    /** Every verdict with its count. */
    public synchronized Map<Verdict, Long> verdicts() {
        Map<Verdict, Long> all = new EnumMap<>(verdicts);
        long early = closed.sum();
        if (early > 0) {
            all.merge(Verdict.CLOSED, early, Long::sum);
        }
        return all;
    }

    /** Verdicts of severity leak with their counts, suppressed ones aside. */
    public synchronized Map<Verdict, Long> leaks() {
        return new EnumMap<>(leaks);
    }

    /** Known behaviours and how many findings each excused, suppressed ones aside. */
    public synchronized Map<KnownBehaviours.Rule, Long> known() {
        return new LinkedHashMap<>(known);
    }

    /** As {@link #leaks}, by who made the session. */
    public synchronized Map<Owner, Long> leaksByOwner() {
        return new EnumMap<>(leakOwners);
    }
}
