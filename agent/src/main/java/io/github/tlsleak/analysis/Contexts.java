package io.github.tlsleak.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The last word on each site's SSLContexts, 1 000 sites at most. Used by one thread. */
final class Contexts {

    private static final int MAX_ENTRIES = 1_000;
    private static final int MAX_TEXT = 80;

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private long beyond;

    /** Takes a line of type context; the site is null if there are too many. */
    void add(ReportLine line, SiteStats site) {
        String verdict = Plain.cut(line.text("verdict"), MAX_TEXT);
        String key = verdict + ' ' + Plain.cut(line.text("site"), MAX_TEXT);
        if (site == null || (entries.size() >= MAX_ENTRIES && !entries.containsKey(key))) {
            beyond++;
            return;
        }
        entries.put(key, new Entry(site, verdict + ": " + numbers(line)));
    }

    /** In the order of the report. */
    List<Entry> entries() {
        return new ArrayList<>(entries.values());
    }

    /** Lines about sites that are not kept. */
    long beyond() {
        return beyond;
    }

    private static String numbers(ReportLine line) {
        String text = Numbers.count(line.number("contexts", 0), "context");
        if (line.has("sessions")) {
            text += ", " + Numbers.count(line.number("sessions", 0), "session");
        }
        return line.has("live") ? text + ", " + line.number("live", 0) + " alive" : text;
    }

    /** One verdict on the contexts of a site. Immutable. */
    static final class Entry {
        final SiteStats site;

        /** Verdict and numbers. */
        final String text;

        Entry(SiteStats site, String text) {
            this.site = site;
            this.text = text;
        }
    }
}
