package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.read.ReportLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sessions told as open and not heard of again, 10 000 at most. Used by one thread. */
public final class OpenSessions {

    /** Where classes of age begin, in milliseconds: at once, 1 min, 10 min, 1 h, 24 h. */
    public static final long[] AGES = {0, 60_000, 600_000, 3_600_000, 86_400_000};

    private static final int MAX_SESSIONS = 10_000;

    private final Set<OpenSession> sessions = new HashSet<>();
    private long reclosed;
    private long beyond;

    /** Takes a line of type open. */
    void add(ReportLine line, ReportedSite place, ReportedJvm jvm) {
        if (sessions.size() >= MAX_SESSIONS) {
            beyond++;
        } else {
            sessions.add(new OpenSession(line, place, jvm));
        }
    }

    /** Takes the line that ends a session, whether or not it was told as open. */
    void end(ReportLine line, ReportedSite place, ReportedJvm jvm) {
        if (!sessions.isEmpty() && place != null) {
            sessions.remove(new OpenSession(line, place, jvm));
        }
    }

    /** Counts a session that was closed after all. */
    void countReclosed() {
        reclosed++;
    }

    /** Sessions closed after all. */
    public long reclosed() {
        return reclosed;
    }

    /** Sessions beyond the bound, of which nothing else is known. */
    public long beyond() {
        return beyond;
    }

    /** How many are open, those beyond the bound aside. */
    public int size() {
        return sessions.size();
    }

    /** The oldest first. */
    public List<OpenSession> oldest() {
        List<OpenSession> oldest = new ArrayList<>(sessions);
        oldest.sort(
                Comparator.comparingLong((OpenSession s) -> -s.age)
                        .thenComparingLong(s -> s.created)
                        .thenComparingInt(s -> s.jvm.index())
                        .thenComparing(s -> s.place.fingerprint())
                        .thenComparing(s -> String.valueOf(s.peer))
                        .thenComparing(s -> String.valueOf(s.thread)));
        return oldest;
    }

    /** Sites with open sessions, most first. */
    public List<Group> bySite() {
        Map<ReportedSite, Group> groups = new LinkedHashMap<>();
        for (OpenSession session : sessions) {
            Group group = groups.get(session.place);
            if (group == null) {
                group = new Group(session.place);
                groups.put(session.place, group);
            }
            group.add(session);
        }
        List<Group> open = new ArrayList<>(groups.values());
        open.sort(
                Comparator.comparingLong((Group g) -> -g.sessions)
                        .thenComparing(g -> g.place.fingerprint()));
        return open;
    }

    /** Those of one site. */
    public static final class Group {
        public final ReportedSite place;

        /** How many of each class of {@link #AGES}. */
        public final long[] ages = new long[AGES.length];

        public long sessions;

        /** Age when told, of the oldest; 0 if not known. */
        public long oldestMillis;

        private Group(ReportedSite place) {
            this.place = place;
        }

        private void add(OpenSession session) {
            sessions++;
            oldestMillis = Math.max(oldestMillis, session.age);
            int i = AGES.length - 1;
            while (i > 0 && session.age < AGES[i]) {
                i--;
            }
            ages[i]++;
        }
    }
}
