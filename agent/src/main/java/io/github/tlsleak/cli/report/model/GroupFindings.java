package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
import io.github.tlsleak.cli.report.row.Row;
import io.github.tlsleak.cli.report.row.RowKind;
import io.github.tlsleak.cli.report.row.RowSink;
import io.github.tlsleak.common.verdict.Figure;
import io.github.tlsleak.common.verdict.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Findings on many objects of a site: its contexts, or its sessions. Of each verdict, site and JVM
 * the last line counts. Keeps 1 000 sites and 10 000 lines at most. Used by one thread.
 */
public final class GroupFindings {

    private static final int MAX_ENTRIES = 1_000;
    private static final int MAX_LINES = 10_000;

    /** During reading the index is the number in the order of the reports. */
    private static final Comparator<ReportedJvm> BY_INDEX =
            Comparator.comparingInt(ReportedJvm::index);

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> counted = new HashSet<>();
    private int lines;
    private long beyond;

    /**
     * Takes a line of type context or sessions.
     *
     * @param site null if there are too many sites
     */
    void add(ReportLine line, @Nullable ReportedSite site, ReportedJvm jvm) {
        add(line.required(Field.VERDICT), new GroupLine(line), site, jvm);
    }

    void add(String verdict, GroupLine one, @Nullable ReportedSite site, ReportedJvm jvm) {
        String key = verdict + ' ' + (site == null ? null : site.fingerprint());
        Entry entry = entries.get(key);
        if (entry == null && site != null && entries.size() < MAX_ENTRIES) {
            entry = new Entry(site, verdict);
            entries.put(key, entry);
        }
        if (entry == null || (lines >= MAX_LINES && !entry.byJvm.containsKey(jvm))) {
            beyond++;
            jvm.tally().groupsBeyond++;
            return;
        }
        lines += entry.put(one, jvm) ? 1 : 0;
    }

    /**
     * Whether a line is to be counted as a finding. Later lines of a verdict, a site and a JVM only
     * tell how it went on, unless the severity has risen. Beyond the bound each line counts.
     */
    boolean isNew(ReportLine line, ReportedJvm jvm) {
        if (line.has(Field.OVER)) {
            return false;
        }
        String key =
                jvm.index()
                        + line.required(Field.VERDICT)
                        + line.text(Field.SITE)
                        + line.text(Field.SEVERITY);
        return counted.size() >= MAX_LINES ? !counted.contains(key) : counted.add(key);
    }

    /** Everything was read: keeps the lines of some JVMs. */
    void settle(Collection<ReportedJvm> jvms) {
        Set<ReportedJvm> kept = new HashSet<>(jvms);
        entries.values().forEach(entry -> entry.settle(kept));
        entries.values().removeIf(entry -> entry.byJvm.isEmpty());
        beyond = 0;
        for (ReportedJvm jvm : jvms) {
            beyond += jvm.tally().groupsBeyond;
        }
    }

    /** All entries on contexts, or all those on sessions, by verdict and site. */
    public List<Entry> entries(boolean ofContexts) {
        List<Entry> chosen = new ArrayList<>();
        for (Entry entry : entries.values()) {
            if (entry.isOnContexts() == ofContexts) {
                chosen.add(entry);
            }
        }
        chosen.sort(
                Comparator.comparing((Entry entry) -> entry.verdict)
                        .thenComparing(entry -> entry.site.fingerprint()));
        return chosen;
    }

    /** Gives all lines as rows. */
    void save(RowSink sink) throws IOException {
        for (boolean ofContexts : new boolean[] {true, false}) {
            for (Entry entry : entries(ofContexts)) {
                for (Map.Entry<ReportedJvm, GroupLine> line : entry.byJvm.entrySet()) {
                    Row row = line.getValue().save(entry.verdict, entry.site, line.getKey());
                    sink.row(RowKind.GROUP, row);
                }
            }
        }
    }

    /** Number of lines that are not kept. */
    public long beyond() {
        return beyond;
    }

    /** One verdict on the objects of one site. Used by one thread. */
    public static final class Entry {
        public final ReportedSite site;
        public final String verdict;

        private final boolean onContexts;
        private final Map<ReportedJvm, GroupLine> byJvm = new TreeMap<>(BY_INDEX);

        private Entry(ReportedSite site, String verdict) {
            this.site = site;
            this.verdict = verdict;
            Verdict known = Explanation.verdict(verdict);
            this.onContexts = known == null || known.isOnContexts();
        }

        private boolean put(GroupLine one, ReportedJvm jvm) {
            return byJvm.put(jvm, one) == null;
        }

        /** Keeps the lines of some JVMs, in their order. */
        private void settle(Set<ReportedJvm> kept) {
            Map<ReportedJvm, GroupLine> all = new HashMap<>(byJvm);
            byJvm.clear();
            all.forEach(
                    (jvm, one) -> {
                        if (kept.contains(jvm)) {
                            byJvm.put(jvm, one);
                        }
                    });
        }

        /** The kind of object: the first one that a line names. */
        public @Nullable String resource() {
            for (GroupLine one : byJvm.values()) {
                if (one.resource != null) {
                    return one.resource;
                }
            }
            return null;
        }

        private boolean isOnContexts() {
            return onContexts;
        }

        /** The figures of all JVMs together; without those that are not known of every JVM. */
        public Map<Figure, Long> figures() {
            Map<Figure, Long> all = new EnumMap<>(Figure.class);
            Collection<GroupLine> values = byJvm.values();
            for (Figure figure : Figure.values()) {
                Long sum = null;
                boolean known = true;
                for (GroupLine one : values) {
                    Long value = one.figures.get(figure);
                    known &= value != null;
                    sum = sum == null || value == null ? value : (Long) figure.of(sum, value);
                }
                if (known && sum != null) {
                    all.put(figure, sum);
                }
            }
            return all;
        }

        /** The figures in words, in order. */
        public String words() {
            List<String> words = new ArrayList<>();
            figures().forEach((figure, value) -> words.add(figure.words(value)));
            return String.join(", ", words) + (isOver() ? ", over after all" : "");
        }

        /** The peers with the most sessions of one JVM, the last one that has named any. */
        public Map<String, Long> peers() {
            Map<String, Long> peers = new LinkedHashMap<>();
            for (GroupLine one : byJvm.values()) {
                peers = one.peers.isEmpty() ? peers : one.peers;
            }
            return peers;
        }

        /** Whether it is over in every JVM. */
        public boolean isOver() {
            boolean over = true;
            for (GroupLine one : byJvm.values()) {
                over &= one.over;
            }
            return over;
        }

        public int jvmCount() {
            return byJvm.size();
        }
    }
}
