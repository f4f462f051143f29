package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.model.cells.CellBound;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One site with its findings, those of each JVM apart. Used by one thread. */
final class SiteCells {

    final ReportedSite site;
    private final Map<ReportedJvm, SiteFindings> byJvm = new HashMap<>(4);
    private @Nullable ReportedJvm lastJvm;
    private @Nullable SiteFindings last;
    private @Nullable SiteFindings rest;
    private SiteFindings all;

    SiteCells(ReportedSite site) {
        this.site = site;
        this.all = new SiteFindings(site, null);
    }

    /** The findings of a JVM, or null if there are none so far. */
    @Nullable SiteFindings of(ReportedJvm jvm) {
        if (jvm != lastJvm) {
            lastJvm = jvm;
            last = byJvm.get(jvm);
        }
        return last;
    }

    /** The findings of all JVMs that are not told apart. */
    SiteFindings rest(ReportedJvm others, CellBound bound) {
        SiteFindings found = rest == null ? byJvm.get(others) : rest;
        rest = found == null ? add(others, bound) : found;
        return rest;
    }

    /** The findings of a JVM, or others if there are none. */
    SiteFindings of(ReportedJvm jvm, SiteFindings otherwise) {
        return byJvm.getOrDefault(jvm, otherwise);
    }

    SiteFindings add(ReportedJvm jvm, CellBound bound) {
        SiteFindings fresh = new SiteFindings(site, bound.table());
        byJvm.put(jvm, fresh);
        lastJvm = jvm;
        last = fresh;
        return fresh;
    }

    /** Everything was read: adds up the findings of the JVMs that are kept, in their order. */
    void settle(Predicate<ReportedJvm> kept) {
        byJvm.keySet().removeIf(jvm -> !kept.test(jvm));
        byJvm.forEach((jvm, findings) -> findings.settle(jvm));
        all = sum(jvm -> true);
        site.lines(all.places.all());
    }

    /** The findings of some JVMs together. */
    SiteFindings sum(Predicate<ReportedJvm> wanted) {
        List<ReportedJvm> found = jvms();
        found.removeIf(jvm -> !wanted.test(jvm));
        if (found.size() == 1) {
            return of(found.get(0), all);
        }
        SiteFindings sum = new SiteFindings(site, null);
        for (ReportedJvm jvm : found) {
            sum.addAll(of(jvm, all));
        }
        return sum;
    }

    /** The JVMs with findings, in their order. */
    List<ReportedJvm> jvms() {
        List<ReportedJvm> jvms = new ArrayList<>(byJvm.keySet());
        jvms.sort((one, other) -> Integer.compare(one.index(), other.index()));
        return jvms;
    }

    /** The greatest width of the spans of time that a JVM's findings are told apart by. */
    long width() {
        long width = 0;
        for (SiteFindings findings : byJvm.values()) {
            width = Math.max(width, findings.cells == null ? 0 : findings.cells.width());
        }
        return width;
    }

    /** The findings of all JVMs together. */
    SiteFindings all() {
        return all;
    }
}
