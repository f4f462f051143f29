package io.github.tlsleak.agent.track;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Records by the identity of the object they follow: a hash table of chains through the records,
 * four to eight bytes a record. No method of an object is called.
 *
 * <p>Thread-safe. Adding and looking up never wait: records are pushed at the head of a chain by
 * compare-and-set. Removing, growing and shrinking are the collector's, under a lock that no
 * application thread takes.
 *
 * <p>While records move into another array, both are there. A chain moves last record first, each
 * one into its new chain before its old neighbour lets go of it; so who looks through the old chain
 * and then through the new one finds what is in the table.
 */
public final class IdentityTable {

    private static final int SMALLEST = 1 << 12;
    private static final int LARGEST = 1 << 30;

    /** In place of a chain that has moved. */
    private static final Tracked MOVED = new TransportRecord(null, null, null);

    private volatile AtomicReferenceArray<Tracked> table = new AtomicReferenceArray<>(SMALLEST);

    /** Where records are moving to. */
    private volatile @Nullable AtomicReferenceArray<Tracked> target;

    private final LongAdder size = new LongAdder();

    /** A chain being moved; guarded by this. */
    private final List<Tracked> chain = new ArrayList<>();

    public void add(Tracked record) {
        push(record, null);
    }

    /**
     * Adds the record of an object that two threads may meet at once; false if there is one.
     *
     * @param object what the record follows
     */
    public boolean addIfUnknown(Tracked record, Object object) {
        return push(record, object);
    }

    private boolean push(Tracked record, @Nullable Object unknown) {
        AtomicReferenceArray<Tracked> to = table;
        while (true) {
            int i = index(record.hash, to);
            Tracked head = to.get(i);
            if (head == MOVED) {
                to = after(to);
                continue;
            }
            // after the head was read: another thread's record is found, or changes the head
            if (unknown != null && find(unknown) != null) {
                return false;
            }
            record.next = head;
            if (to.compareAndSet(i, head, record)) {
                size.increment();
                return true;
            }
        }
    }

    private AtomicReferenceArray<Tracked> after(AtomicReferenceArray<Tracked> moved) {
        AtomicReferenceArray<Tracked> coming = target;
        return table == moved && coming != null ? coming : table;
    }

    /** The record of a reachable object. */
    public @Nullable Tracked find(Object object) {
        return find(System.identityHashCode(object), object, null);
    }

    /**
     * The record of an object that is being finalized: its weak reference is already clear, so that
     * identity hash and class must do.
     */
    @Nullable Session findDying(Object object) {
        String className = object.getClass().getName();
        return (Session) find(System.identityHashCode(object), object, className);
    }

    private @Nullable Tracked find(int hash, Object object, @Nullable String dying) {
        while (true) {
            AtomicReferenceArray<Tracked> now = table;
            Tracked found = seek(now.get(index(hash, now)), hash, object, dying);
            AtomicReferenceArray<Tracked> coming = target;
            if (found == null && coming != null) {
                found = seek(coming.get(index(hash, coming)), hash, object, dying);
            }
            if (found != null || (table == now && target == coming)) {
                return found;
            }
        }
    }

    /** Takes a record out; nothing happens if it is not there. */
    synchronized void remove(Tracked record) {
        finishMove();
        size.add(-remove(table, index(record.hash, table), r -> r == record));
    }

    /** Takes records out, all in one go; returns how many. */
    synchronized int removeIf(Predicate<Tracked> test) {
        finishMove();
        int removed = 0;
        for (int i = 0; i < table.length(); i++) {
            removed += remove(table, i, test);
        }
        size.add(-removed);
        return removed;
    }

    /** Gives the table the size that fits what is in it. To be called now and then. */
    public synchronized void fit() {
        finishMove();
        int records = size();
        int length = table.length();
        if (records > length || (records < length >> 2 && length > SMALLEST)) {
            int fitting = Integer.highestOneBit(Math.min(records, LARGEST >> 1)) << 1;
            target = new AtomicReferenceArray<>(Math.max(SMALLEST, fitting));
            finishMove();
        }
    }

    /** Moves what has not moved yet: all, or what an error has left. */
    private void finishMove() {
        AtomicReferenceArray<Tracked> to = target;
        if (to == null) {
            return;
        }
        AtomicReferenceArray<Tracked> from = table;
        for (int i = 0; i < from.length(); i++) {
            move(from, i, to);
        }
        table = to;
        target = null;
    }

    private void move(AtomicReferenceArray<Tracked> from, int i, AtomicReferenceArray<Tracked> to) {
        Tracked moved = null;
        for (Tracked head = from.get(i); head != MOVED; head = from.get(i)) {
            chain.clear();
            for (Tracked r = head; r != null && r != moved; r = r.next) {
                chain.add(r);
            }
            for (int k = chain.size() - 1; k >= 0; k--) {
                moveOne(chain.get(k), to);
            }
            // what was pushed meanwhile moves in the next round
            from.compareAndSet(i, head, MOVED);
            moved = head;
        }
        chain.clear();
    }

    private static void moveOne(Tracked record, AtomicReferenceArray<Tracked> to) {
        int i = index(record.hash, to);
        Tracked head;
        do {
            head = to.get(i);
            record.next = head;
        } while (!to.compareAndSet(i, head, record));
    }

    /** Records, those being added aside. */
    public int size() {
        return size.intValue();
    }

    /** Does something with each record; no lock is held meanwhile. */
    public void each(Consumer<? super Tracked> action) {
        for (Tracked record : all()) {
            action.accept(record);
        }
    }

    private synchronized List<Tracked> all() {
        finishMove();
        List<Tracked> all = new ArrayList<>(size());
        for (int i = 0; i < table.length(); i++) {
            for (Tracked r = table.get(i); r != null; r = r.next) {
                all.add(r);
            }
        }
        return all;
    }

    private static int index(int hash, AtomicReferenceArray<Tracked> in) {
        return hash & in.length() - 1;
    }

    /**
     * A record in a chain. Any thread looks through a chain while others put records at its head.
     *
     * @param dying class of an object that is being finalized; null for a reachable one
     */
    private static @Nullable Tracked seek(
            @Nullable Tracked head, int hash, Object object, @Nullable String dying) {
        for (Tracked r = head; r != null; r = r.next) {
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
    private static int remove(AtomicReferenceArray<Tracked> in, int i, Predicate<Tracked> test) {
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
