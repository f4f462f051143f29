package io.github.tlsleak.agent.instrument;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A set of classes that does not keep them from being unloaded. Thread-safe. {@link #contains}
 * takes no lock, allocates nothing and writes nothing that threads share, because it is called for
 * each session.
 *
 * <p>It is not a {@link ClassValue}. That leaves a map in every class that was asked about, as long
 * as the class lives. Each JDK decides by itself what of the agent such a map holds after a detach.
 * This set belongs to the agent, and goes with it.
 */
final class WeakClassSet {

    private static final int SMALLEST = 64;

    /** A hash table with open addressing. It is at most half full, so that every probing ends. */
    private volatile AtomicReferenceArray<Entry> table = new AtomicReferenceArray<>(SMALLEST);

    /** How many places of the table are taken, also by unloaded classes; guarded by this. */
    private int taken;

    boolean contains(Class<?> type) {
        AtomicReferenceArray<Entry> in = table;
        int hash = type.hashCode();
        for (int i = hash; ; i++) {
            Entry entry = in.get(i & in.length() - 1);
            if (entry == null) {
                return false;
            }
            // compares the hash first: get() may keep a class from being unloaded for one GC more
            if (entry.hash == hash && entry.get() == type) {
                return true;
            }
        }
    }

    synchronized void add(Class<?> type) {
        if (contains(type)) {
            return;
        }
        if (2 * (taken + 1) > table.length()) {
            clean();
        }
        put(table, new Entry(type));
        taken++;
    }

    /** Takes a class out; returns whether it was there. Allocates nothing. */
    synchronized boolean remove(Class<?> type) {
        for (int i = type.hashCode(); ; i++) {
            Entry entry = table.get(i & table.length() - 1);
            if (entry == null) {
                return false;
            }
            if (entry.get() == type) {
                // as if the class were unloaded
                entry.clear();
                return true;
            }
        }
    }

    /** How many classes are in the set and not unloaded. */
    synchronized int size() {
        int size = 0;
        for (int i = 0; i < table.length(); i++) {
            Entry entry = table.get(i);
            size += entry != null && entry.get() != null ? 1 : 0;
        }
        return size;
    }

    /** Makes a new table, so that a thread that reads the old one still finds what was there. */
    private void clean() {
        int length = SMALLEST;
        while (length < 4 * (size() + 1)) {
            length *= 2;
        }
        AtomicReferenceArray<Entry> cleaned = new AtomicReferenceArray<>(length);
        taken = 0;
        for (int i = 0; i < table.length(); i++) {
            Entry entry = table.get(i);
            if (entry != null && entry.get() != null) {
                put(cleaned, entry);
                taken++;
            }
        }
        table = cleaned;
    }

    private static void put(AtomicReferenceArray<Entry> table, Entry entry) {
        int i = entry.hash;
        while (table.get(i & table.length() - 1) != null) {
            i++;
        }
        table.set(i & table.length() - 1, entry);
    }

    private static final class Entry extends WeakReference<Class<?>> {

        private final int hash;

        private Entry(Class<?> type) {
            super(type);
            hash = type.hashCode();
        }
    }
}
