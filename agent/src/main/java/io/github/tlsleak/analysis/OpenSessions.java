package io.github.tlsleak.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sessions told as open and not heard of again, 10 000 at most. Lines carry no session number: the
 * site, the peer, the thread and the time of making tell sessions apart. Used by one thread.
 */
final class OpenSessions {

    private static final int MAX_SESSIONS = 10_000;
    private static final int MAX_KEY = 1_000;

    private final Map<String, Group> sessions = new HashMap<>();
    private final Map<SiteStats, Group> groups = new LinkedHashMap<>();
    private long beyond;

    /** Takes a line of type open. */
    void add(ReportLine line, SiteStats site) {
        if (sessions.size() >= MAX_SESSIONS) {
            beyond++;
            return;
        }
        Group group = groups.computeIfAbsent(site, Group::new);
        if (sessions.putIfAbsent(key(line), group) == null) {
            group.sessions++;
            group.oldestMillis = Math.max(group.oldestMillis, line.number("ageMillis", 0));
        }
    }

    /** Takes the line that ends a session, whether or not it was told as open. */
    void end(ReportLine line) {
        if (sessions.isEmpty()) {
            return;
        }
        Group group = sessions.remove(key(line));
        if (group != null) {
            group.sessions--;
        }
    }

    /** Sessions beyond the bound, of which nothing else is known. */
    long beyond() {
        return beyond;
    }

    /** Sites with open sessions, most first. */
    List<Group> bySite() {
        List<Group> open = new ArrayList<>();
        for (Group group : groups.values()) {
            if (group.sessions > 0) {
                open.add(group);
            }
        }
        open.sort(
                Comparator.comparingLong((Group g) -> -g.sessions)
                        .thenComparing(g -> g.site.fingerprint()));
        return open;
    }

    private static String key(ReportLine line) {
        String made = line.text(line.has("seen") ? "seen" : "created");
        String key = line.text("site") + ' ' + made + ' ' + line.peer() + ' ' + line.text("thread");
        return Plain.cut(key, MAX_KEY);
    }

    /** Those of one site. */
    static final class Group {
        final SiteStats site;
        long sessions;

        /** Age when told, of the oldest; 0 if not known. */
        long oldestMillis;

        Group(SiteStats site) {
            this.site = site;
        }
    }
}
