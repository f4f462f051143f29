package io.github.tlsleak.agent.instrument;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Classes, which it does not keep from being unloaded. Thread-safe. Asking takes no lock, makes
 * nothing and writes nothing that threads share: it is done for each session.
 *
 * <p>Not a {@link ClassValue}: that leaves a map in every class that was asked about, for the
 * class's life, and what such a map holds of the agent after a detach is for each JDK to choose.
 * Here all is the agent's, and goes with it.
 */
final class WeakClassSet {

    private static final int SMALLEST = 64;

    /** At most half full, so that every chain of probes ends. */
    private volatile AtomicReferenceArray<Entry> table = new AtomicReferenceArray<>(SMALLEST);

    /** Places taken in the table, by unloaded classes too; guarded by this. */
    private int taken;

    boolean contains(Class<?> type) {
        AtomicReferenceArray<Entry> in = table;
        int hash = type.hashCode();
        for (int i = hash; ; i++) {
            Entry entry = in.get(i & in.length() - 1);
            if (entry == null) {
                return false;
            }
            // the hash first: get() keeps another class, about to be unloaded, for one cycle more
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

    /** Takes a class out; returns whether it was there. Makes nothing. */
    synchronized boolean remove(Class<?> type) {
        for (int i = type.hashCode(); ; i++) {
            Entry entry = table.get(i & table.length() - 1);
            if (entry == null) {
                return false;
            }
            if (entry.get() == type) {
                // as if it were unloaded
                entry.clear();
                return true;
            }
        }
    }

    /** How many there are that are not unloaded. */
    synchronized int size() {
        int size = 0;
        for (int i = 0; i < table.length(); i++) {
            Entry entry = table.get(i);
            size += entry != null && entry.get() != null ? 1 : 0;
        }
        return size;
    }

    /** A new table, so that who looks through the old one at this moment finds what was there. */
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
