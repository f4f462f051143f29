package io.github.tlsleak.cli.report.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often each of a few texts came. When there are too many texts, the rarest one so far makes
 * room and its count goes to the others, so that frequent texts stay. Used by one thread.
 */
public final class TopCounts {

    private static final String[] NO_NAMES = {};
    private static final long[] NO_COUNTS = {};

    // a report has half a million of these tables, most of them with one text: small numbers take
    // two bytes each, and there is no array before the second text
    private final short max;
    private short size;
    private short next;
    private @Nullable String only;
    private long onlyCount;
    private String[] names = NO_NAMES;
    private long[] counts = NO_COUNTS;
    private long others;

    /**
     * @param max how many texts are kept; 1 to 32767
     */
    public TopCounts(int max) {
        this.max = (short) max;
    }

    /** Counts a text once more. */
    public void add(String name) {
        add(name, 1);
    }

    public void add(String name, long count) {
        int index = find(name);
        if (index < 0) {
            index = size < max ? grow() : evict();
            put(index, name, count);
        } else {
            put(index, name(index), count(index) + count);
        }
    }

    private boolean isSmall() {
        return names.length == 0;
    }

    private void put(int index, String name, long count) {
        if (isSmall()) {
            only = name;
            onlyCount = count;
        } else {
            names[index] = name;
            counts[index] = count;
        }
    }

    private String name(int index) {
        return only != null && isSmall() ? only : names[index];
    }

    private long count(int index) {
        return isSmall() ? onlyCount : counts[index];
    }

    /** Adds all counts of another table, in an order that does not depend on how it was filled. */
    void addAll(TopCounts other) {
        if (other.size == 1) {
            add(other.name(0), other.count(0));
        } else if (other.size > 1) {
            other.byCount().forEach(entry -> add(entry.name, entry.count));
        }
        others += other.others;
    }

    /** Name, count, name, count, the highest first; then the number without a name, if any. */
    List<Object> state() {
        List<Object> state = new ArrayList<>();
        for (Entry entry : byCount()) {
            state.add(entry.name);
            state.add(entry.count);
        }
        if (others > 0) {
            state.add(others);
        }
        return state;
    }

    /** Adds what {@link #state} gave. Pairs that are none are left out. */
    void addState(List<Object> state) {
        for (int i = 0; i + 1 < state.size(); i += 2) {
            Object count = state.get(i + 1);
            if (state.get(i) instanceof String && count instanceof Long && (Long) count > 0) {
                add((String) state.get(i), (Long) count);
            }
        }
        Object last = state.size() % 2 == 0 ? null : state.get(state.size() - 1);
        others += last instanceof Long ? Math.max(0, (Long) last) : 0;
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
            sum += count(i);
        }
        return sum;
    }

    /** Texts with their counts, the highest count first, then by name. */
    public List<Entry> byCount() {
        List<Entry> sorted = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            sorted.add(new Entry(name(i), count(i)));
        }
        sorted.sort(Comparator.comparingLong((Entry e) -> -e.count).thenComparing(e -> e.name));
        return sorted;
    }

    /** The first {@code limit} of {@link #byCount()}. */
    public List<Entry> top(int limit) {
        List<Entry> sorted = byCount();
        return sorted.subList(0, Math.min(limit, sorted.size()));
    }

    /** The sum of all counts without the first {@code limit} of {@link #byCount()}. */
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

    /** Nearly always the very same text is there: readers keep each text once. */
    private int find(String name) {
        if (isSmall()) {
            return name.equals(only) ? 0 : -1;
        }
        for (int i = 0; i < size; i++) {
            if (names[i] == name) {
                return i;
            }
        }
        int hash = name.hashCode();
        for (int i = 0; i < size; i++) {
            if (names[i].hashCode() == hash && names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** The index of a further text. */
    private int grow() {
        if (size > 0 && size >= names.length) {
            String first = name(0);
            long firstCount = count(0);
            int more = Math.min(max, size + size / 2 + 1);
            names = Arrays.copyOf(names, more);
            counts = Arrays.copyOf(counts, more);
            names[0] = first;
            counts[0] = firstCount;
        }
        return size++;
    }

    /**
     * Index of the rarest text. The search begins behind the last one, so the oldest goes first.
     */
    private int evict() {
        int rarest = next % size;
        for (int i = 0; i < size; i++) {
            int index = (next + i) % size;
            if (count(index) < count(rarest)) {
                rarest = index;
            }
        }
        next = (short) (rarest + 1);
        others += count(rarest);
        return rarest;
    }

    /** A text, and how often it came at least. Immutable. */
    public static final class Entry {
        public final String name;
        public final long count;

        Entry(String name, long count) {
            this.name = name;
            this.count = count;
        }
    }
}
