package io.github.tlsleak.cli.report.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** JVMs that have a label in common, such as those of one service. Used by one thread. */
public final class JvmGroup {

    /** More groups are put together. */
    static final int MAX_GROUPS = 1_000;

    /** The name of the group of all those beyond the bounds. */
    public static final String OTHER = "(other)";

    private static final Comparator<JvmGroup> BY_COST =
            Comparator.comparingLong((JvmGroup group) -> -group.tally.count(Grade.LEAK))
                    .thenComparingLong(group -> -group.tally.count(Grade.DEFECT))
                    .thenComparingLong(group -> -group.tally.count(Grade.NOTICE))
                    .thenComparing(group -> group.name);

    public final String name;

    /** Their numbers together. */
    public final JvmTally tally = new JvmTally();

    private final List<ReportedJvm> jvms = new ArrayList<>();
    private final Set<ReportedJvm> members = new HashSet<>();
    private long beyond;

    private JvmGroup(String name) {
        this.name = name;
    }

    /** The groups of an analysis, the most costly first; the one of the others is the last. */
    static List<JvmGroup> of(ReportedJvms all, String label) {
        Map<String, JvmGroup> byName = new LinkedHashMap<>();
        for (ReportedJvm jvm : all.all()) {
            String name = jvm.labelOrNone(label);
            byName.computeIfAbsent(name, JvmGroup::new).add(jvm);
        }
        List<JvmGroup> groups = new ArrayList<>(byName.values());
        groups.sort(BY_COST);
        JvmGroup other = new JvmGroup(OTHER);
        while (groups.size() > MAX_GROUPS) {
            groups.remove(MAX_GROUPS).jvms.forEach(other::add);
        }
        for (ReportedJvm jvm : all.withOthers()) {
            if (jvm.index() >= all.all().size()) {
                other.members.add(jvm);
                other.tally.addAll(jvm.tally());
                other.beyond = all.beyond();
            }
        }
        if (!other.members.isEmpty()) {
            groups.add(other);
        }
        return groups;
    }

    private void add(ReportedJvm jvm) {
        jvms.add(jvm);
        members.add(jvm);
        tally.addAll(jvm.tally());
    }

    /** Number of its JVMs. */
    public long jvmCount() {
        return jvms.size() + beyond;
    }

    /** Its JVMs that are kept, in their order. */
    public List<ReportedJvm> jvms() {
        return Collections.unmodifiableList(jvms);
    }

    /** Its sites, the most costly first, without those of known behaviours. */
    public List<SiteFindings> sites(ReportedSites all) {
        List<SiteFindings> sites = all.of(members::contains);
        sites.removeIf(findings -> findings.worst() == Grade.KNOWN);
        return sites;
    }
}
