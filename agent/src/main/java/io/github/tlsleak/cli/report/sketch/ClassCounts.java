package io.github.tlsleak.cli.report.sketch;

import java.util.Arrays;

/** How often each of a few small numbers came: a table without objects. Used by one thread. */
final class ClassCounts {

    private static final int FREE = -1;

    /** A power of two, half of it free at least. */
    private int[] numbers = free(32);

    private long[] counts = new long[32];
    private int size;

    private static int[] free(int length) {
        int[] numbers = new int[length];
        Arrays.fill(numbers, FREE);
        return numbers;
    }

    /**
     * Counts a number.
     *
     * @param number 0 or more
     */
    void add(int number, long times) {
        int at = find(number);
        if (numbers[at] == FREE) {
            if (size * 2 >= numbers.length) {
                grow();
                at = find(number);
            }
            numbers[at] = number;
            size++;
        }
        counts[at] += times;
    }

    /** Counts what another table has. */
    void addAll(ClassCounts other) {
        for (int i = 0; i < other.numbers.length; i++) {
            if (other.numbers[i] != FREE) {
                add(other.numbers[i], other.counts[i]);
            }
        }
    }

    private int find(int number) {
        int mask = numbers.length - 1;
        int at = number * 0x9E3779B9 >>> 7 & mask;
        while (numbers[at] != FREE && numbers[at] != number) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        int[] oldNumbers = numbers;
        long[] oldCounts = counts;
        numbers = free(oldNumbers.length * 2);
        counts = new long[oldNumbers.length * 2];
        for (int i = 0; i < oldNumbers.length; i++) {
            if (oldNumbers[i] != FREE) {
                int at = find(oldNumbers[i]);
                numbers[at] = oldNumbers[i];
                counts[at] = oldCounts[i];
            }
        }
    }

    /** The numbers that came, the smallest first. */
    int[] sorted() {
        int[] sorted = Arrays.stream(numbers).filter(number -> number != FREE).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    /** How often a number came. */
    long count(int number) {
        return counts[find(number)];
    }
}
