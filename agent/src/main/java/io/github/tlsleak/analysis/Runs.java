package io.github.tlsleak.analysis;

/**
 * Which JVM wrote a report: a file that is appended to may hold several runs, and the last counts.
 * Used by one thread.
 */
final class Runs {

    private ReportLine meta;
    private ReportLine summary;
    private String id;
    private long count;

    /** Takes a line of type meta; a file that was rotated begins with that of the same run. */
    void begin(ReportLine line) {
        String next = line.text("host") + ' ' + line.number("pid", 0) + ' ' + line.text("started");
        if (!next.equals(id)) {
            id = next;
            count++;
            summary = null;
        }
        meta = line;
    }

    /** Takes a line of type summary. */
    void end(ReportLine line) {
        summary = line;
    }

    /** How many runs there are. */
    long count() {
        return count;
    }

    /** About the last run's JVM, or null. */
    ReportLine meta() {
        return meta;
    }

    /** The last run's totals, or null if it wrote none. */
    ReportLine summary() {
        return summary;
    }
}
