package io.github.tlsleak.agent.track;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;

/**
 * The chains of an {@link IdentityTable}: looked through by any thread, taken apart by one, while
 * others put records at their heads.
 */
final class Chains {

    private Chains() {}

    /**
     * A record in a chain, or null.
     *
     * @param dying class of an object that is being finalized; null for a reachable one
     */
    static Tracked seek(
            AtomicReferenceArray<Tracked> in, int i, int hash, Object object, String dying) {
        for (Tracked r = in.get(i); r != null; r = r.next) {
            // the hash first: to look at a weak reference can keep its object alive for a while
            if (r.hash == hash && (dying == null ? r.follows(object) : isDying(r, dying))) {
                return r;
            }
        }
        return null;
    }

    private static boolean isDying(Tracked record, String className) {
        return record instanceof Session
                && record.isUnreachable()
                && !((Session) record).is(Session.DISMISSED)
                && ((Session) record).origin.className.equals(className);
    }

    /** Takes records out of a chain; returns how many. One thread at a time. */
    static int remove(AtomicReferenceArray<Tracked> in, int i, Predicate<Tracked> test) {
        int removed = 0;
        Tracked head = in.get(i);
        while (head != null && test.test(head)) {
            removed += in.compareAndSet(i, head, head.next) ? 1 : 0;
            head = in.get(i);
        }
        Tracked kept = head;
        while (kept != null) {
            Tracked next = kept.next;
            if (next != null && test.test(next)) {
                kept.next = next.next;
                removed++;
            } else {
                kept = next;
            }
        }
        return removed;
    }
}
