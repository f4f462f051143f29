package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sites with too many SSLContexts: the last word of each JVM on each, 1 000 sites and 10 000 words
 * at most. Used by one thread.
 */
public final class ContextFindings {

    private static final int MAX_ENTRIES = 1_000;
    private static final int MAX_WORDS = 10_000;

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private int words;
    private long beyond;

    /** Takes a line of type context; the place is null if there are too many. */
    void add(ReportLine line, ReportedSite place, ReportedJvm jvm) {
        String verdict = line.text(Field.VERDICT);
        String key = verdict + ' ' + line.text(Field.SITE);
        Entry entry = entries.get(key);
        if (entry == null && place != null && entries.size() < MAX_ENTRIES) {
            entry = new Entry(place, verdict);
            entries.put(key, entry);
        }
        if (entry == null || (words >= MAX_WORDS && !entry.byJvm.containsKey(jvm.index()))) {
            beyond++;
            return;
        }
        words += entry.put(line, jvm) ? 1 : 0;
    }

    /** In the order of the reports. */
    public List<Entry> entries() {
        return new ArrayList<>(entries.values());
    }

    /** Lines that are not kept. */
    public long beyond() {
        return beyond;
    }

    /** One verdict on the contexts of a site. Used by one thread. */
    public static final class Entry {
        public final ReportedSite place;
        public final String verdict;
        private final Map<Integer, long[]> byJvm = new LinkedHashMap<>();

        private Entry(ReportedSite place, String verdict) {
            this.place = place;
            this.verdict = verdict;
        }

        private boolean put(ReportLine line, ReportedJvm jvm) {
            long[] numbers = {
                line.number(Field.CONTEXTS, 0),
                line.number(Field.SESSIONS, -1),
                line.number(Field.LIVE, 0)
            };
            return byJvm.put(jvm.index(), numbers) == null;
        }

        public long contexts() {
            return sum(0);
        }

        /** Sessions of these contexts; negative if not known. */
        public long sessions() {
            return sum(1);
        }

        /** Contexts that were not collected yet. */
        public long live() {
            return sum(2);
        }

        public int jvmCount() {
            return byJvm.size();
        }

        private long sum(int number) {
            long sum = 0;
            Collection<long[]> all = byJvm.values();
            for (long[] numbers : all) {
                if (numbers[number] < 0) {
                    return -1;
                }
                sum += numbers[number];
            }
            return sum;
        }
    }
}
