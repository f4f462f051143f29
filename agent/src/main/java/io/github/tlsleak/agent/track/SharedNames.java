package io.github.tlsleak.agent.track;

import org.jspecify.annotations.Nullable;

/**
 * One copy of names that many sessions hold. Bounded; a name that finds its place taken takes it
 * over. Thread-safe: a race costs a copy.
 */
final class SharedNames {

    private static final int LONGEST = 256;

    private final String[] slots = new String[512];

    /** The name itself or an equal one, null for null. */
    @Nullable String shared(@Nullable String name) {
        if (name == null || name.length() > LONGEST) {
            return name;
        }
        int hash = name.hashCode();
        int slot = (hash ^ hash >>> 16) & slots.length - 1;
        String known = slots[slot];
        if (name.equals(known)) {
            return known;
        }
        slots[slot] = name;
        return name;
    }
}
