package io.github.tlsleak.soak;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Load with mistakes and disturbances, then quiet, in which each mistake must be found where it was
 * made, and nothing else. Used by one thread.
 */
final class Round {

    private static final long MOST_SECONDS = 60;
    private static final long BETWEEN_MILLIS = 250;
    private static final String KNOWN = " known";

    private final Parts parts;
    private final Counts before;
    private Counts planted = Counts.NONE;
    private Counts judged = Counts.NONE;
    private Counts excused = Counts.NONE;
    private boolean clockStepped;
    private boolean diskWasFull;

    /**
     * @param before what the agent had found before this round
     */
    Round(Parts parts, Counts before) {
        this.parts = parts;
        this.before = before;
    }

    void play(long nanos) throws IOException, InterruptedException {
        parts.target().ask("go mistakes");
        diskWasFull = parts.disturbances().disturb(nanos);
        clockStepped = parts.disturbances().takeClockStepped();
        parts.failures(parts.target().ask("stop"), clockStepped);
        planted = Counts.planted(parts.target().ask("mistakes"));
        awaitJudged();
        if (diskWasFull) {
            awaitWritten();
        } else {
            awaitLines();
        }
        parts.found().clear();
        parts.target().ask("settle");
    }

    /** What the agent has counted must be what was planted, by method and by severity. */
    private void awaitJudged() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        JsonNode dump = parts.dump();
        judged = Counts.ofDump(dump).minus(before);
        while (System.nanoTime() - end < 0 && !judged.equals(planted) && !isExcused()) {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
            dump = parts.dump();
            judged = Counts.ofDump(dump).minus(before);
        }
        if (isExcused()) {
            excused = judged.minus(planted);
        }
        Counts expected = planted.plus(excused);
        differs("found (by dump)", expected.sites(), judged.sites());
        differs("findings by severity", expected.severities(), judged.severities());
        differs("leaks by verdict", expected.leaks(), judged.leaks());
        parts.errors(dump);
    }

    /**
     * Libraries measure their time limits by the wall clock: after a step they may end connections
     * in a way that the agent knows, and excuses.
     */
    private boolean isExcused() {
        return clockStepped && judged.minus(planted).isKnownOnly();
    }

    private void differs(String what, Map<String, Long> expected, Map<String, Long> actual) {
        if (!expected.equals(actual)) {
            parts.complaints().add(what + ": " + Counts.difference(expected, actual));
        }
    }

    /** Each mistake has a line in the report. */
    private void awaitLines() throws IOException, InterruptedException {
        Map<String, Long> expected = new TreeMap<>(planted.sites());
        excused.sites().forEach((site, count) -> Counts.add(expected, site + KNOWN, count));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        parts.found().read();
        while (System.nanoTime() - end < 0 && !parts.found().found().equals(expected)) {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
            parts.found().read();
        }
        differs("lines of the report", expected, parts.found().found());
        if (parts.found().damaged() > 0) {
            parts.complaints().add(parts.found().damaged() + " lines of the report are damaged");
        }
    }

    /**
     * While the disk is full the agent loses lines, not counts. Waits until it writes again: a dump
     * adds a summary. No line may tell of what was not planted.
     */
    private void awaitWritten() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        parts.found().clearSummary();
        while (System.nanoTime() - end < 0 && parts.found().summary() == null) {
            parts.dump();
            TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
            parts.found().read();
        }
        if (parts.found().summary() == null) {
            parts.complaints().add("the report is not written again after the disk was full");
        }
        parts.found()
                .found()
                .forEach(
                        (site, count) -> {
                            if (!site.endsWith(KNOWN)
                                    && count > planted.sites().getOrDefault(site, 0L)) {
                                parts.complaints()
                                        .add(
                                                "the report has "
                                                        + count
                                                        + ' '
                                                        + site
                                                        + ", planted "
                                                        + planted.sites().get(site));
                            }
                        });
    }

    Counts planted() {
        return planted;
    }

    /** Known behaviours of libraries after a step of the clock. */
    Counts excused() {
        return excused;
    }

    /** What the agent has found of it. */
    Counts judged() {
        return judged;
    }

    boolean diskWasFull() {
        return diskWasFull;
    }
}
