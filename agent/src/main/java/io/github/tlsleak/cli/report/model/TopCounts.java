package io.github.tlsleak.cli.report.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How often each of a few texts came. Bounded: when there are more, the rarest so far makes room
 * and its count goes to the others, so that what is frequent stays. Used by one thread.
 */
public final class TopCounts {

    private final int max;
    private String[] names = new String[2];

    /** Of the names: to be searched without touching those. */
    private int[] hashes = new int[2];

    private long[] counts = new long[2];
    private int size;
    private long others;
    private int next;

    /** Keeps at most {@code max} texts apart. */
    TopCounts(int max) {
        this.max = max;
    }

    void add(String name) {
        add(name, 1);
    }

    void add(String name, long count) {
        int place = find(name);
        if (place < 0) {
            place = size < max ? grow() : evict();
            names[place] = name;
            hashes[place] = name.hashCode();
            counts[place] = 0;
        }
        counts[place] += count;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    boolean has(String name) {
        return find(name) >= 0;
    }

    public long sum() {
        long sum = others;
        for (int i = 0; i < size; i++) {
            sum += counts[i];
        }
        return sum;
    }

    /** Texts with their counts, most first, then by name. */
    public List<Entry> byCount() {
        List<Entry> sorted = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            sorted.add(new Entry(names[i], counts[i]));
        }
        sorted.sort(Comparator.comparingLong((Entry e) -> -e.count).thenComparing(e -> e.name));
        return sorted;
    }

    /** At most so many of {@link #byCount()}. */
    public List<Entry> top(int limit) {
        List<Entry> sorted = byCount();
        return sorted.subList(0, Math.min(limit, sorted.size()));
    }

    /** How many came besides the first so many of {@link #byCount()}. */
    public long besides(int limit) {
        long sum = sum();
        for (Entry entry : top(limit)) {
            sum -= entry.count;
        }
        return sum;
    }

    /** For example {@code 3 LOST, 1 RESCUED}. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Entry entry : byCount()) {
            text.append(text.length() == 0 ? "" : ", ");
            text.append(entry.count).append(' ').append(entry.name);
        }
        return text + (others > 0 ? ", " + others + " others" : "");
    }

    private int find(String name) {
        int hash = name.hashCode();
        for (int i = 0; i < size; i++) {
            if (hashes[i] == hash && names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private int grow() {
        if (size == names.length) {
            int more = Math.min(max, size * 2);
            names = Arrays.copyOf(names, more);
            hashes = Arrays.copyOf(hashes, more);
            counts = Arrays.copyOf(counts, more);
        }
        return size++;
    }

    /** Begins behind the place taken last: of equally rare ones the oldest goes. */
    private int evict() {
        int rarest = next % size;
        for (int i = 0; i < size; i++) {
            int place = (next + i) % size;
            if (counts[place] < counts[rarest]) {
                rarest = place;
            }
        }
        next = rarest + 1;
        others += counts[rarest];
        return rarest;
    }

    /** A text and how often it came, at least. Immutable. */
    public static final class Entry {
        public final String name;
        public final long count;

        Entry(String name, long count) {
            this.name = name;
            this.count = count;
        }
    }
}
