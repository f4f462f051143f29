package io.github.tlsleak.analysis;

import io.github.tlsleak.verdict.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a report holds about one site. Of bounded size; used by one thread. */
final class SiteStats {

    private static final int MAX_TEXT = 500;
    private static final int MAX_FRAMES = 1024;
    private static final int MAX_VERDICTS = 20;
    private static final int MAX_PEERS = 8;

    private final String fingerprint;
    private final Map<Severity, Counts> verdicts = new EnumMap<>(Severity.class);
    private final Counts peers = new Counts(MAX_PEERS);
    private final Lifetimes lifetimes = new Lifetimes();
    private List<String> stack = Collections.emptyList();
    private boolean adopted;
    private String resource;
    private String frame;
    private String owner;
    private String first;
    private String last;
    private String known;
    private String error;
    private long skipped;

    SiteStats(String fingerprint) {
        this.fingerprint = fingerprint;
    }

    /** Takes a line of type site; what is known already stays. */
    void describe(ReportLine line) {
        resource = resource == null ? text(line, "resource") : resource;
        if (owner != null) {
            return;
        }
        owner = text(line, "owner");
        frame = text(line, "frame");
        adopted = line.has("seen");
        stack = new ArrayList<>();
        for (String element : line.list(adopted ? "seen" : "stack")) {
            if (stack.size() < MAX_FRAMES) {
                stack.add(Plain.cut(element, MAX_TEXT));
            }
        }
    }

    /** Takes a finding. */
    void add(ReportLine line) {
        Severity severity = severity(line.text("severity"));
        verdicts.computeIfAbsent(severity, s -> new Counts(MAX_VERDICTS)).add(line.text("verdict"));
        resource = resource == null ? text(line, "resource") : resource;
        known = known == null ? text(line, "known") : known;
        error = error == null ? text(line, "error") : error;
        if (line.peer() != null) {
            peers.add(line.peer());
        }
        if (line.has("lifetimeMillis")) {
            lifetimes.add(line.number("lifetimeMillis", 0));
        }
        String time = text(line, "time");
        if (time != null) {
            first = first == null || isBefore(time, first) ? time : first;
            last = last == null || isBefore(last, time) ? time : last;
        }
    }

    /** Takes a number of findings that the agent counted without writing them. */
    void skip(long count) {
        skipped += count;
    }

    /** A severity by its name in reports; of an unknown one no more is claimed than a notice. */
    static Severity severity(String label) {
        for (Severity severity : Severity.values()) {
            if (severity.label().equals(label)) {
                return severity;
            }
        }
        return Severity.NOTICE;
    }

    String fingerprint() {
        return fingerprint;
    }

    /** The worst severity found, or null if nothing was. */
    Severity worst() {
        return verdicts.isEmpty() ? null : verdicts.keySet().iterator().next();
    }

    /** Verdicts by severity, the worst first. */
    Map<Severity, Counts> verdicts() {
        return verdicts;
    }

    /** All findings, those that were not written included. */
    long sum() {
        long sum = skipped;
        for (Counts counts : verdicts.values()) {
            sum += counts.sum();
        }
        return sum;
    }

    long skipped() {
        return skipped;
    }

    /** Label of what held the sessions, or null. */
    String resource() {
        return resource;
    }

    /** The responsible frame, or null. */
    String frame() {
        return frame;
    }

    /** {@code application}, {@code library}, {@code jdk}, or null. */
    String owner() {
        return owner;
    }

    /** Innermost frame first; empty if not known. */
    List<String> stack() {
        return stack;
    }

    /** Whether the sessions are older than the agent: the stack is that of their next event. */
    boolean isAdopted() {
        return adopted;
    }

    Counts peers() {
        return peers;
    }

    Lifetimes lifetimes() {
        return lifetimes;
    }

    /** Time of the first finding, or null. */
    String first() {
        return first;
    }

    /** Time of the last finding, or null. */
    String last() {
        return last;
    }

    /** Id of a known behaviour, or null. */
    String known() {
        return known;
    }

    /** The first exception of a failed close, or null. */
    String error() {
        return error;
    }

    private static String text(ReportLine line, String name) {
        return Plain.cut(line.text(name), MAX_TEXT);
    }

    /** ISO-8601 in UTC: without the Z, fractions of any length sort as text. */
    private static boolean isBefore(String time, String other) {
        return time.replace("Z", "").compareTo(other.replace("Z", "")) < 0;
    }
}
