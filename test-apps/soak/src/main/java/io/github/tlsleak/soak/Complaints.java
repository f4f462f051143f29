package io.github.tlsleak.soak;

import java.util.ArrayList;
import java.util.List;

/** What was not as expected. Thread-safe. */
final class Complaints {

    private static final int MOST = 50;
    private static final int MOST_SAID = 500;

    private final List<String> lines = new ArrayList<>();
    private long number;

    /** Says it at once, and keeps it for the end. */
    synchronized void add(String line) {
        number++;
        if (number <= MOST_SAID) {
            System.out.println("WRONG: " + line);
        }
        if (lines.size() < MOST) {
            lines.add(line);
        }
    }

    /** All of them, or the first and how many more. */
    synchronized List<String> lines() {
        List<String> all = new ArrayList<>(lines);
        if (number > all.size()) {
            all.add("and " + (number - all.size()) + " more");
        }
        return all;
    }
}
