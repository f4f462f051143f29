package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.model.open.OpenCells;
import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sessions that were reported open, without a later line that ended them. Keeps 10 000 at most.
 * Used by one thread.
 */
public final class OpenSessions {

    /** Lower bounds of the age classes in milliseconds: 0, 1 min, 10 min, 1 h, 24 h. */
    public static final long[] AGES = {0, 60_000, 600_000, 3_600_000, 86_400_000};

    private static final int MAX_SESSIONS = 10_000;

    private final Map<OpenSession, OpenSession> sessions = new HashMap<>();

    /** JVMs that have listed their open sessions at their end. */
    private final Set<ReportedJvm> ended = new HashSet<>();

    private long total;
    private long reclosed;
    private long beyond;
    private long still;

    /** Takes a line of type open. */
    void add(ReportLine line, ReportedSite site, ReportedJvm jvm) {
        if (sessions.size() >= MAX_SESSIONS) {
            beyond++;
            jvm.tally().untold++;
        } else {
            OpenSession fresh = new OpenSession(line, site, jvm);
            if (fresh.atExit && ended.add(jvm)) {
                forget(jvm);
            }
            OpenSession earlier = sessions.remove(fresh);
            OpenSession now = fresh.after(earlier);
            sessions.put(now, now);
            total += now.sessions - (earlier == null ? 0 : earlier.sessions);
        }
    }

    /** The end of a JVM lists all of its sessions once more. */
    private void forget(ReportedJvm jvm) {
        Iterator<OpenSession> earlier = sessions.values().iterator();
        while (earlier.hasNext()) {
            OpenSession session = earlier.next();
            if (session.jvm == jvm) {
                total -= session.sessions;
                earlier.remove();
            }
        }
    }

    /** Takes a line that ends a session, which may have been reported open or not. */
    void end(ReportLine line, @Nullable ReportedSite site, ReportedJvm jvm) {
        if (!sessions.isEmpty() && site != null) {
            OpenSession ended = sessions.remove(new OpenSession(line, site, jvm));
            total -= ended == null ? 0 : ended.sessions;
        }
    }

    /** Takes the session of a row. */
    void load(OpenSession session) {
        if (sessions.size() >= MAX_SESSIONS) {
            session.jvm.tally().untold += session.sessions;
            return;
        }
        OpenSession earlier = sessions.get(session);
        OpenSession now = session.after(earlier);
        sessions.put(now, now);
    }

    /** Everything was read: keeps the sessions of some JVMs. */
    void settle(Collection<ReportedJvm> jvms) {
        Set<ReportedJvm> kept = new HashSet<>(jvms);
        sessions.keySet().removeIf(session -> !kept.contains(session.jvm));
        total = 0;
        still = 0;
        for (OpenSession session : sessions.values()) {
            total += session.sessions;
            still += session.jvm.hasSummary() ? 0 : session.sessions;
        }
        beyond = 0;
        reclosed = 0;
        for (ReportedJvm jvm : jvms) {
            beyond += jvm.tally().untold;
            reclosed += jvm.tally().reclosed;
            still += jvm.hasSummary() ? jvm.sessions().number(Field.OPEN) : jvm.tally().untold;
        }
    }

    /**
     * Number of sessions that were open when last heard of: as the last summary of each JVM counts
     * them, reported or not. Of a JVM without a summary those are counted that were reported open.
     */
    public long stillOpen() {
        return still;
    }

    /** Number of sessions that were closed after they had been reported open. */
    public long reclosed() {
        return reclosed;
    }

    /** Number of sessions beyond the bound. They are only counted. */
    public long beyond() {
        return beyond;
    }

    /** Number of open sessions, without those beyond the bound. */
    public long size() {
        return total;
    }

    /** All open sessions, the oldest first. */
    public List<OpenSession> oldest() {
        List<OpenSession> oldest = new ArrayList<>(sessions.values());
        oldest.sort(
                Comparator.comparingLong((OpenSession s) -> -s.age)
                        .thenComparingLong(s -> s.created)
                        .thenComparingInt(s -> s.jvm.index())
                        .thenComparing(s -> s.site.fingerprint())
                        .thenComparing(s -> String.valueOf(s.peer))
                        .thenComparing(s -> String.valueOf(s.thread))
                        .thenComparingLong(s -> s.sessions));
        return oldest;
    }

    /** Sites with open sessions, the site with most sessions first. */
    public List<Group> bySite() {
        Map<ReportedSite, Group> groups = new LinkedHashMap<>();
        for (OpenSession session : sessions.values()) {
            Group group = groups.get(session.site);
            if (group == null) {
                group = new Group(session.site);
                groups.put(session.site, group);
            }
            group.add(session);
        }
        List<Group> open = new ArrayList<>(groups.values());
        open.sort(
                Comparator.comparingLong((Group g) -> -g.sessions)
                        .thenComparing(g -> g.site.fingerprint()));
        return open;
    }

    /** The open sessions of one site. Used by one thread. */
    public static final class Group {
        public final ReportedSite site;

        /** Number of sessions in each class of {@link #AGES}. */
        public final long[] ages = new long[AGES.length];

        /** Number of sessions by JVM, state and age. */
        public final OpenCells cells = new OpenCells(AGES.length);

        public long sessions;

        /** How many of them were open when their JVM ended. */
        public long atExit;

        /** Age of the oldest session when it was reported, in milliseconds; 0 if not known. */
        public long oldestMillis;

        private @Nullable String pipeline;

        private Group(ReportedSite site) {
            this.site = site;
        }

        /** The handlers of one of the channels: of several, those first in the alphabet. */
        public @Nullable String pipeline() {
            return pipeline;
        }

        private void add(OpenSession session) {
            sessions += session.sessions;
            atExit += session.atExit ? session.sessions : 0;
            oldestMillis = Math.max(oldestMillis, session.age);
            String handlers = session.pipeline;
            if (handlers != null && (pipeline == null || handlers.compareTo(pipeline) < 0)) {
                pipeline = handlers;
            }
            int i = AGES.length - 1;
            while (i > 0 && session.age < AGES[i]) {
                i--;
            }
            ages[i] += session.sessions;
            cells.add(session.jvm.index(), session.state, session.atExit, i, session.sessions);
        }
    }
}
