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
    private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);

    /** How sessions ended, each once; guarded by this. */
    private final Map<Verdict, Long> ends = new EnumMap<>(Verdict.class);

    private final Map<Severity, Long> severities = new EnumMap<>(Severity.class);
    private final Map<Verdict, Long> leaks = new EnumMap<>(Verdict.class);
    private final Map<Owner, Long> leakOwners = new EnumMap<>(Owner.class);
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

    /** Counts the end of a session. */
    public synchronized void countEnd(Verdict verdict) {
        ends.merge(verdict, 1L, Long::sum);
    }

    /** Counts a session that was closed in order; without a lock. */
    void countClosed() {
        closed.increment();
    }

    /** Counts a verdict, and whose code made what it fell on. */
    public synchronized void count(Verdict verdict, Grader.Grade grade, Owner owner) {
        verdicts.merge(verdict, 1L, Long::sum);
        if (grade.suppressedBy != null) {
            suppressed++;
            return;
        }
        if (grade.known != null) {
            known.merge(grade.known, 1L, Long::sum);
            return;
        }
        severities.merge(grade.severity, 1L, Long::sum);
        if (grade.severity == Severity.LEAK) {
            leaks.merge(verdict, 1L, Long::sum);
            leakOwners.merge(owner, 1L, Long::sum);
        }
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
        return withClosed(ends);
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
        return severities.getOrDefault(severity, 0L) + early;
    }

    /** Every verdict with its count. */
    public synchronized Map<Verdict, Long> verdicts() {
        return withClosed(verdicts);
    }

    private Map<Verdict, Long> withClosed(Map<Verdict, Long> counts) {
        Map<Verdict, Long> all = new EnumMap<>(counts);
        long early = closed.sum();
        if (early > 0) {
            all.merge(Verdict.CLOSED, early, Long::sum);
        }
        return all;
    }

    /** Verdicts of severity leak with their counts. Suppressed findings do not count. */
    public synchronized Map<Verdict, Long> leaks() {
        return new EnumMap<>(leaks);
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
        return new EnumMap<>(leakOwners);
    }
}
