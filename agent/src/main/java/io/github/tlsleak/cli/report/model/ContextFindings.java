package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sites with too many SSLContexts. Of each site and JVM the last line counts. Keeps 1 000 sites and
 * 10 000 lines at most. Used by one thread.
 */
public final class ContextFindings {

    private static final int MAX_ENTRIES = 1_000;
    private static final int MAX_LINES = 10_000;

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private int lines;
    private long beyond;

    /**
     * Takes a line of type context.
     *
     * @param site null if there are too many sites
     */
    void add(ReportLine line, @Nullable ReportedSite site, ReportedJvm jvm) {
        String verdict = line.text(Field.VERDICT);
        String key = verdict + ' ' + line.text(Field.SITE);
        Entry entry = entries.get(key);
        if (entry == null && site != null && entries.size() < MAX_ENTRIES) {
            entry = new Entry(site, verdict);
            entries.put(key, entry);
        }
        if (entry == null || (lines >= MAX_LINES && !entry.byJvm.containsKey(jvm.index()))) {
            beyond++;
            return;
        }
        lines += entry.put(line, jvm) ? 1 : 0;
    }

    /** All entries, in the order of the reports. */
    public List<Entry> entries() {
        return new ArrayList<>(entries.values());
    }

    /** Number of lines that are not kept. */
    public long beyond() {
        return beyond;
    }

    /** One verdict on the contexts of one site. Used by one thread. */
    public static final class Entry {
        public final ReportedSite site;
        public final @Nullable String verdict;
        private final Map<Integer, long[]> byJvm = new LinkedHashMap<>();

        private Entry(ReportedSite site, @Nullable String verdict) {
            this.site = site;
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

        /** Number of sessions of these contexts; negative if not known. */
        public long sessions() {
            return sum(1);
        }

        /** Number of contexts that were not garbage collected so far. */
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
