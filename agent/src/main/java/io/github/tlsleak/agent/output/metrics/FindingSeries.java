package io.github.tlsleak.agent.output.metrics;

import io.github.tlsleak.agent.collect.Finding;
import io.github.tlsleak.agent.collect.FindingListener;
import io.github.tlsleak.agent.collect.GroupFinding;
import io.github.tlsleak.agent.collect.SessionFinding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Counts findings by verdict, severity, owner, resource and site. Leaves out what {@link
 * io.github.tlsleak.agent.track.Totals} leaves out: suppressed findings and known behaviours.
 *
 * <p>Sites beyond the first {@value #MAX_SITES}, and those of series beyond the first {@value
 * #MAX_SERIES}, are counted together as {@link Series#OTHER}: a system that stores metrics pays for
 * each series. Thread-safe.
 */
public final class FindingSeries implements FindingListener {

    /** The most sites that are told apart. */
    public static final int MAX_SITES = 200;

    /**
     * The most series with a site of their own. Besides, there is one series of the other sites for
     * each verdict, severity, owner and resource that occurs.
     */
    public static final int MAX_SERIES = 1_000;

    private final Consumer<String> warn;

    /** In the order in which they were first seen; guarded by this, as the fields that follow. */
    private final Map<Series, Series> series = new LinkedHashMap<>();

    private final Set<String> sites = new HashSet<>();

    /** How many series have a site of their own. */
    private int told;

    /** Only the thread that reports findings reads and writes it. */
    private boolean warned;

    /**
     * @param warn writes a warning into the log
     */
    public FindingSeries(Consumer<String> warn) {
        this.warn = warn;
    }

    /** Counts as the last step: what an error interrupts comes again, and is to count once. */
    @Override
    public void found(Finding finding) {
        if (!isCounted(finding)) {
            return;
        }
        Series counted = of(finding);
        if (!warned && counted.isOfOthers()) {
            warned = true;
            warn.accept(
                    "the metrics have "
                            + MAX_SITES
                            + " sites or "
                            + MAX_SERIES
                            + " series: what comes is counted there as site "
                            + Series.OTHER
                            + "; log and report tell all sites apart");
        }
        counted.increment();
    }

    private static boolean isCounted(Finding finding) {
        if (finding.suppressedBy != null) {
            return false;
        }
        return finding instanceof SessionFinding
                ? ((SessionFinding) finding).known == null
                : ((GroupFinding) finding).phase == GroupFinding.Phase.NEW;
    }

    private synchronized Series of(Finding finding) {
        Series wanted = new Series(finding);
        Series known = series.get(wanted);
        if (known != null) {
            return known;
        }
        if (hasRoom(wanted)) {
            series.put(wanted, wanted);
            told++;
            return wanted;
        }
        Series other = Series.other(finding);
        known = series.putIfAbsent(other, other);
        return known == null ? other : known;
    }

    private boolean hasRoom(Series wanted) {
        if (told < MAX_SERIES && sites.size() < MAX_SITES) {
            sites.add(wanted.site);
        }
        return told < MAX_SERIES && sites.contains(wanted.site);
    }

    /**
     * The series that came after some others.
     *
     * @param known how many series, the first ones, are known already
     * @return a copy, in the order in which they were first seen
     */
    public synchronized List<Series> after(int known) {
        if (known >= series.size()) {
            return Collections.emptyList();
        }
        return new ArrayList<>(series.keySet()).subList(known, series.size());
    }

    /** All series so far, in the order in which they were first seen. */
    public List<Series> all() {
        return after(0);
    }

    @Override
    public void over(SessionFinding finding) {}

    @Override
    public void rehearse(SessionFinding finding) {
        new Series(finding).increment();
    }

    @Override
    public void tick() {}
}
