package io.github.tlsleak.cli.report;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.GroupFindings;
import io.github.tlsleak.cli.report.model.OpenSessions;
import io.github.tlsleak.cli.report.model.SiteFindings;
import io.github.tlsleak.common.text.DidYouMean;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the one site that is to be shown. Stateless. */
public final class SiteChoice {

    private static final int SHOWN = 5;

    private SiteChoice() {}

    /**
     * Has an analysis show one site.
     *
     * @param text the site's fingerprint, one of 0.1.0, or the beginning of either
     * @return one line if there is no such site, or more than one; null if it is shown
     */
    public static @Nullable String of(String text, Analysis analysis) {
        TreeMap<String, String> names = names(analysis);
        TreeSet<String> found = new TreeSet<>();
        String given = text.toLowerCase(Locale.ROOT);
        String exact = names.get(given);
        if (exact != null) {
            found.add(exact);
        } else if (!given.isEmpty()) {
            found.addAll(names.subMap(given, given + Character.MAX_VALUE).values());
        }
        if (found.size() == 1) {
            analysis.show(analysis.extent().of(found.first()));
            return null;
        }
        if (found.isEmpty()) {
            return "--site "
                    + text
                    + ": no such site in the report"
                    + DidYouMean.hint(text, names.keySet());
        }
        StringBuilder some = new StringBuilder();
        found.stream().limit(SHOWN).forEach(name -> some.append(", ").append(name));
        return ("--site " + text + ": " + found.size() + " sites begin so: " + some.substring(2))
                + (found.size() > SHOWN ? ", ..." : "");
    }

    /** All that a site may be called, and its fingerprint. */
    private static TreeMap<String, String> names(Analysis analysis) {
        TreeMap<String, String> names = new TreeMap<>();
        for (SiteFindings findings : analysis.sites().byCost()) {
            add(findings.site().names(), findings.site().fingerprint(), names);
        }
        for (OpenSessions.Group group : analysis.open().bySite()) {
            add(group.site.names(), group.site.fingerprint(), names);
        }
        for (boolean ofContexts : new boolean[] {true, false}) {
            for (GroupFindings.Entry entry : analysis.groups().entries(ofContexts)) {
                add(entry.site.names(), entry.site.fingerprint(), names);
            }
        }
        return names;
    }

    /** A fingerprint wins over an old name that is the same. */
    private static void add(List<String> all, String site, TreeMap<String, String> names) {
        for (String name : all) {
            names.putIfAbsent(name.toLowerCase(Locale.ROOT), site);
        }
        names.put(site.toLowerCase(Locale.ROOT), site);
    }
}
