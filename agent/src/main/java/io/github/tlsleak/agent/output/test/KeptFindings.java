package io.github.tlsleak.agent.output.test;

import io.github.tlsleak.agent.collect.Finding;
import io.github.tlsleak.agent.collect.FindingListener;
import io.github.tlsleak.agent.collect.SessionFinding;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The latest findings, numbered from 1, for whoever checks for leaks inside this JVM. Keeps nothing
 * before somebody has asked. Thread-safe.
 */
public final class KeptFindings implements FindingListener {

    /** Whoever checks after each test asks long before that. */
    private static final int MAX_KEPT = 10_000;

    private volatile boolean keeping;

    /** Guarded by this, as the next field; the oldest comes first. */
    private final Deque<Kept> kept = new ArrayDeque<>();

    private long numbers;

    /** From now on findings are kept. Returns the number of the latest one, 0 if there is none. */
    public synchronized long keep() {
        keeping = true;
        return numbers;
    }

    /** Those with a larger number, in their order. Suppressed ones are not among them. */
    public synchronized List<Kept> after(long number) {
        List<Kept> later = new ArrayList<>();
        for (Kept one : kept) {
            if (one.number > number) {
                later.add(one);
            }
        }
        return later;
    }

    @Override
    public void found(Finding finding) {
        if (keeping && finding.suppressedBy == null && !finding.site.isAccepted()) {
            add(finding);
        }
    }

    private synchronized void add(Finding finding) {
        kept.add(new Kept(++numbers, finding));
        if (kept.size() > MAX_KEPT) {
            kept.remove();
        }
    }

    @Override
    public void over(SessionFinding finding) {}

    @Override
    public void tick() {}

    /** A finding and its number. Immutable. */
    public static final class Kept {

        public final long number;
        public final Finding finding;

        Kept(long number, Finding finding) {
            this.number = number;
            this.finding = finding;
        }
    }
}
