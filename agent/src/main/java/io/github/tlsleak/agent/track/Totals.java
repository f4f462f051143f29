package io.github.tlsleak.agent.track;

import io.github.tlsleak.common.frames.Owner;
import io.github.tlsleak.common.rules.KnownBehaviours;
import io.github.tlsleak.common.verdict.Severity;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Counters of the whole run. Thread-safe. */
public final class Totals {

    /** How many classes have a count of their own. All others share one. */
    private static final int MAX_CLASSES = 16;

    private static final String OTHERS = "sockets of other classes";

    private final LongAdder created = new LongAdder();
    private final LongAdder joined = new LongAdder();
    private final LongAdder serverSockets = new LongAdder();
    private final AtomicLong notJudged = new AtomicLong();
    private final LongAdder untracked = new LongAdder();

    /** Closed in order, counted as they were closed. */
    private final LongAdder closed = new LongAdder();

    /** Guarded by this. */
    private final Counts<Verdict> verdicts = new Counts<>(Verdict.class);

    /** How sessions ended, each once; guarded by this. */
    private final Counts<Verdict> ends = new Counts<>(Verdict.class);

    private final Counts<Severity> severities = new Counts<>(Severity.class);
    private final Counts<Verdict> leaks = new Counts<>(Verdict.class);
    private final Counts<Owner> leakOwners = new Counts<>(Owner.class);
    private final Map<KnownBehaviours.Rule, Long> known = new LinkedHashMap<>();

    /** Sessions over sockets that are not the JDK's, by class. */
    private final Map<String, Long> overOthers = new TreeMap<>();

    private long suppressed;

    void countCreated() {
        created.increment();
    }

    /** Counts a wrapper and its delegate that turned out to be one session. */
    void countJoined() {
        joined.increment();
    }

    void countServerSocket() {
        serverSockets.increment();
    }

    /** Counts a session that is given up without a verdict; allocates nothing, takes no lock. */
    public void countNotJudged() {
        notJudged.incrementAndGet();
    }

    /** Counts the end of a session; allocates nothing. */
    public synchronized void countEnd(Verdict verdict) {
        ends.add(verdict);
    }

    /** Counts a session that was closed in order; without a lock. */
    void countClosed() {
        closed.increment();
    }

    /**
     * Counts a verdict, and whose code made what it fell on: all of it or, if an error interrupts
     * it, nothing. Memory may be short.
     */
    public synchronized void count(Verdict verdict, Grader.Grade grade, Owner owner) {
        if (grade.suppressedBy != null) {
            suppressed++;
        } else if (grade.known != null) {
            // first: this alone allocates
            known.merge(grade.known, 1L, Long::sum);
        } else {
            severities.add(grade.severity);
            if (grade.severity == Severity.LEAK) {
                leaks.add(verdict);
                leakOwners.add(owner);
            }
        }
        verdicts.add(verdict);
    }

    /** Counts a session that works over a socket of a class that is not the JDK's. */
    synchronized void countOver(String className) {
        boolean hasOwnCount = overOthers.size() < MAX_CLASSES || overOthers.containsKey(className);
        overOthers.merge(hasOwnCount ? className : OTHERS, 1L, Long::sum);
    }

    /** How many sessions work over sockets of classes that are not the JDK's, by class. */
    public synchronized Map<String, Long> overOthers() {
        return new TreeMap<>(overOthers);
    }

    void countUntracked() {
        untracked.increment();
    }

    /** Sessions not followed because the collector hung. */
    public long untracked() {
        return untracked.sum();
    }

    /** Objects tracked since the start. Wrappers and delegates count, server sockets do not. */
    public long created() {
        return created.sum();
    }

    /** How many of these turned out to be one session with another. */
    public long joined() {
        return joined.sum();
    }

    /** Server sockets followed since the start. */
    public long serverSockets() {
        return serverSockets.sum();
    }

    /** Sessions given up without a verdict. */
    public long notJudged() {
        return notJudged.get();
    }

    /** How sessions ended, each counted once: findings on those that are alive are not among it. */
    public synchronized Map<Verdict, Long> ends() {
        return withClosed(ends.all());
    }

    /** Findings a suppression rule took out. */
    public synchronized long suppressed() {
        return suppressed;
    }

    /**
     * How many findings had a severity. Suppressed ones and known behaviours do not count.
     *
     * @param severity the severity
     * @return 0 or more
     */
    public synchronized long count(Severity severity) {
        long early = severity == Severity.COUNTED ? closed.sum() : 0;
        return severities.of(severity) + early;
    }

    /** Every verdict with its count. */
    public synchronized Map<Verdict, Long> verdicts() {
        return withClosed(verdicts.all());
    }

    private Map<Verdict, Long> withClosed(Map<Verdict, Long> all) {
        long early = closed.sum();
        if (early > 0) {
            // no lambda: this runs at the end of every program that uses TLS
            Long counted = all.get(Verdict.CLOSED);
            all.put(Verdict.CLOSED, counted == null ? early : counted + early);
        }
        return all;
    }

    /** Verdicts of severity leak with their counts. Suppressed findings do not count. */
    public synchronized Map<Verdict, Long> leaks() {
        return leaks.all();
    }

    /** How many findings each known behaviour excused. Suppressed findings do not count. */
    public synchronized Map<KnownBehaviours.Rule, Long> known() {
        return new LinkedHashMap<>(known);
    }

    /** How many findings known behaviours excused. Suppressed findings do not count. */
    public synchronized long knownFindings() {
        long sum = 0;
        for (long count : known.values()) {
            sum += count;
        }
        return sum;
    }

    /** As {@link #leaks}, by who made the session. */
    public synchronized Map<Owner, Long> leaksByOwner() {
        return leakOwners.all();
    }

    /**
     * A number for each value of an enum. To add allocates nothing and links nothing, so that it
     * cannot fail half way. Guarded by the totals.
     */
    private static final class Counts<E extends Enum<E>> {

        private final Class<E> type;
        private final long[] numbers;

        Counts(Class<E> type) {
            this.type = type;
            this.numbers = new long[type.getEnumConstants().length];
        }

        void add(E value) {
            numbers[value.ordinal()]++;
        }

        long of(E value) {
            return numbers[value.ordinal()];
        }

        /** Those that are not 0, in a map of its own. */
        Map<E, Long> all() {
            Map<E, Long> all = new EnumMap<>(type);
            for (E value : type.getEnumConstants()) {
                if (of(value) > 0) {
                    all.put(value, of(value));
                }
            }
            return all;
        }
    }
}
