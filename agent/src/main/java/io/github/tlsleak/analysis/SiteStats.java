package io.github.tlsleak.analysis;

import io.github.tlsleak.common.verdict.Detail;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The findings of one site. Of bounded size; used by one thread. */
final class SiteStats {

    private static final int MAX_VERDICTS = 20;
    private static final int MAX_NAMES = 16;
    private static final int MAX_FEW = 5;

    /** Findings by grade and verdict, the worst first. */
    final Map<Grade, Counts> verdicts = new EnumMap<>(Grade.class);

    final Counts peers = new Counts(MAX_NAMES);
    final Counts threads = new Counts(MAX_NAMES);
    final Counts protocols = new Counts(MAX_FEW);
    final Counts roles = new Counts(MAX_FEW);
    final Counts providers = new Counts(MAX_FEW);
    final Lifetimes lifetimes = new Lifetimes();

    /** Where sessions were closed, for the verdicts that blame who closes: fingerprints. */
    final Counts closings = new Counts(MAX_NAMES);

    /** What is special about a verdict, by name. */
    private final Map<String, Detail> details = new HashMap<>();

    private final Place place;
    private final BitSet jvms = new BitSet();
    private long first = Times.UNKNOWN;
    private long last = Times.UNKNOWN;
    private String known;
    private String error;
    private String closer;
    private long skipped;

    SiteStats(Place place) {
        this.place = place;
    }

    /** Takes a finding of a JVM. */
    void add(ReportLine line, Grade grade, Jvm jvm) {
        place.resource(line);
        Counts counts = verdicts.get(grade);
        if (counts == null) {
            counts = new Counts(MAX_VERDICTS);
            verdicts.put(grade, counts);
        }
        counts.add(line.text(Field.VERDICT));
        known = known == null ? line.text(Field.KNOWN) : known;
        error = error == null ? line.text(Field.ERROR) : error;
        Detail detail = Detail.of(line.text(Field.DETAIL));
        if (detail != null && details.size() < MAX_VERDICTS) {
            details.putIfAbsent(line.text(Field.VERDICT), detail);
        }
        closer = closer == null ? line.text(Field.CLOSER) : closer;
        add(closings, line.text(Field.CLOSED_AT));
        add(peers, Peers.of(line));
        add(threads, line.text(Field.THREAD));
        add(protocols, line.text(Field.PROTOCOL));
        add(roles, line.text(Field.ROLE));
        add(providers, line.text(Field.PROVIDER));
        if (line.has(Field.LIFETIME)) {
            lifetimes.add(line.number(Field.LIFETIME, 0));
        }
        time(line.time(Field.TIME));
        jvms.set(jvm.index());
    }

    /** Takes a number of findings that the agent counted without writing them. */
    void skip(long count) {
        skipped += count;
    }

    Place place() {
        return place;
    }

    /** The worst grade found, or null if nothing was. */
    Grade worst() {
        return verdicts.isEmpty() ? null : verdicts.keySet().iterator().next();
    }

    /** What a verdict on this site means, by its name; null if that is not known here. */
    Explanation explanation(String verdict) {
        return Explanation.of(verdict, place.resource(), details.get(verdict), closer);
    }

    /** The most frequent verdict of the worst grade. */
    String verdict() {
        return verdicts.get(worst()).byCount().get(0).name;
    }

    /** Findings of a grade. */
    long count(Grade grade) {
        Counts counts = verdicts.get(grade);
        return counts == null ? 0 : counts.sum();
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

    /** Time of the first finding in milliseconds since 1970, or {@link Times#UNKNOWN}. */
    long first() {
        return first;
    }

    /** Time of the last finding, likewise. */
    long last() {
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

    /** In how many JVMs it was found, as far as these are told apart. */
    int jvmCount() {
        return jvms.cardinality();
    }

    /** Indexes of at most so many of these JVMs. */
    List<Integer> jvms(int max) {
        List<Integer> indexes = new ArrayList<>();
        for (int i = jvms.nextSetBit(0); i >= 0 && indexes.size() < max; ) {
            indexes.add(i);
            i = jvms.nextSetBit(i + 1);
        }
        return indexes;
    }

    private void time(long millis) {
        if (millis != Times.UNKNOWN) {
            first = first == Times.UNKNOWN ? millis : Math.min(first, millis);
            last = Math.max(last, millis);
        }
    }

    private static void add(Counts counts, String name) {
        if (name != null) {
            counts.add(name);
        }
    }
}
