package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The frames of one site that findings of a JVM are on: lines of one method. Keeps 16, of more the
 * first ones in the source. Used by one thread.
 */
final class SourcePlaces {

    /** The agent has the same bound. */
    private static final int MAX_LINES = 16;

    /** By method, then by number of the line: shorter numbers are smaller. */
    private static final Comparator<String> IN_SOURCE =
            Comparator.comparing(SourcePlaces::method)
                    .thenComparingInt(String::length)
                    .thenComparing(Comparator.naturalOrder());

    private @Nullable TreeSet<String> frames;

    /** The frame of the description that was read last: of lines that name none. */
    private @Nullable String latest;

    /** Whether the latest frame is kept; most findings end here. */
    private boolean latestFound;

    private static String method(String frame) {
        int paren = frame.indexOf('(');
        return paren < 0 ? frame : frame.substring(0, paren);
    }

    private static @Nullable String frame(ReportLine line) {
        String frame = line.text(Field.FRAME);
        return frame == null ? line.text(Field.HEADLINE) : frame;
    }

    /** The JVM describes the site. */
    void describe(ReportLine line, @Nullable String otherwise) {
        String one = frame(line);
        describe(one == null ? otherwise : one);
    }

    void describe(@Nullable String frame) {
        latest = frame;
        latestFound = false;
    }

    /** A finding blames the site: keeps its frame, which may be another line of the method. */
    void foundAt(ReportLine line) {
        String other = frame(line);
        if (other == null && latestFound) {
            return;
        }
        String found = other == null ? latest : other;
        latestFound |= other == null;
        if (found != null) {
            add(found);
        }
    }

    void add(String frame) {
        TreeSet<String> into = frames == null ? new TreeSet<>(IN_SOURCE) : frames;
        frames = into;
        into.add(frame);
        if (into.size() > MAX_LINES) {
            into.pollLast();
        }
    }

    void addAll(Collection<String> others) {
        others.forEach(this::add);
    }

    /** The frames, in the order of the source. */
    Collection<String> all() {
        return frames == null ? Collections.<String>emptyList() : frames;
    }
}
