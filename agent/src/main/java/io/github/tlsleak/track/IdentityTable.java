package io.github.tlsleak.track;

import java.util.Collection;
import java.util.Collections;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Records by the identity of the object they follow. Thread-safe; look-ups take no lock and call no
 * method of the object.
 */
final class IdentityTable {

    private final ConcurrentHashMap<Object, Tracked> records = new ConcurrentHashMap<>();

    void add(Tracked record) {
        records.put(record, record);
    }

    /**
     * Adds the record of an object that two threads may meet at once; false if there is one.
     *
     * @param object what the record follows
     */
    synchronized boolean addIfUnknown(Tracked record, Object object) {
        if (find(object) != null) {
            return false;
        }
        records.put(record, record);
        return true;
    }

    void remove(Tracked record) {
        records.remove(record);
    }

    int size() {
        return records.size();
    }

    Collection<Tracked> all() {
        return Collections.unmodifiableCollection(records.values());
    }

    /** The record of a reachable object, or null. */
    Tracked find(Object object) {
        return records.get(new Probe(object, false));
    }

    /**
     * The record of an object that is being finalized: its weak reference is already clear, so that
     * identity hash and class must do.
     */
    Tracked findDying(Object object) {
        return records.get(new Probe(object, true));
    }

    /** A key that lives as long as one look-up. */
    private static final class Probe {
        private final Object object;
        private final boolean dying;

        Probe(Object object, boolean dying) {
            this.object = object;
            this.dying = dying;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(object);
        }

        @Override
        @SuppressWarnings({"EqualsUnsafeCast", "EqualsWhichDoesntCheckParameterClass"})
        public boolean equals(Object key) {
            Tracked record = (Tracked) key;
            return dying
                    ? record.isUnreachable() && record.className.equals(object.getClass().getName())
                    : record.follows(object);
        }
    }
}
