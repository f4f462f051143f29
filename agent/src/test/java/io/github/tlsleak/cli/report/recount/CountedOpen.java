package io.github.tlsleak.cli.report.recount;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The sessions that were open when last heard of. Used by one thread. */
final class CountedOpen {

    private static final long[] AGES = {0, 60_000, 600_000, 3_600_000, 86_400_000};

    private static final List<String> STATES =
            List.of("established", "peerClosed", "beforeHandshake", "unknown");

    private final Map<String, Session> open = new LinkedHashMap<>();
    private long reclosed;

    /** One or more sessions that look the same. */
    private record Session(ToldLine line, long sessions) {}

    CountedOpen(ToldLines lines) {
        Set<String> ended = new HashSet<>();
        for (ToldLine line : lines.all()) {
            switch (line.type()) {
                case "open" -> open(line, ended);
                case "reclosed" -> {
                    if (line.verdict().equals("OPEN")) {
                        reclosed += line.isSuppressed() ? 0 : 1;
                        open.remove(identity(line));
                    }
                }
                case "leak" -> {
                    if (!line.has("alive")) {
                        open.remove(identity(line));
                    }
                }
                default -> {}
            }
        }
    }

    private void open(ToldLine line, Set<String> ended) {
        if (!line.has("atExit")) {
            if (!line.isSuppressed()) {
                open.putIfAbsent(identity(line), new Session(line, 1));
            }
            return;
        }
        if (ended.add(line.jvm())) {
            // the end of a JVM tells of all its sessions
            open.values().removeIf(session -> session.line.jvm().equals(line.jvm()));
        }
        long sessions = line.has("count") ? line.number("count") : 1;
        open.merge(
                identity(line),
                new Session(line, sessions),
                (one, more) -> new Session(line, one.sessions + more.sessions));
    }

    /** Lines have no number of a session. */
    private static String identity(ToldLine line) {
        long created = line.time(line.has("seen") ? "seen" : "created").orElse(-1);
        return String.join(
                "|",
                line.site(),
                line.peer(),
                line.text("thread"),
                Long.toString(created),
                ToldLines.shown(line.jvm()));
    }

    /** How far it had come; an idle session has done its handshake. */
    private static String state(ToldLine line) {
        String state =
                line.has("peerEnd")
                        ? "peerClosed"
                        : line.has("protocol") || !line.has("atExit")
                                ? "established"
                                : line.has("seen") ? "unknown" : "beforeHandshake";
        return state + (line.has("atExit") ? "/atExit" : "");
    }

    long sessions() {
        return open.values().stream().mapToLong(Session::sessions).sum();
    }

    long reclosed() {
        return reclosed;
    }

    /** As the last summary of each JVM says; where there is none, as the lines say. */
    long stillOpen(ToldLines lines) {
        Map<String, Long> summaries = new TreeMap<>();
        lines.of("summary").forEach(line -> summaries.put(line.jvm(), line.number("open")));
        return summaries.values().stream().mapToLong(n -> n).sum()
                + open.values().stream()
                        .filter(session -> !summaries.containsKey(session.line.jvm()))
                        .mapToLong(Session::sessions)
                        .sum();
    }

    void put(CountedNumbers to) {
        to.put("open.sessions", sessions()).put("open.reclosed", reclosed);
        Map<String, Long> sums = new TreeMap<>();
        Map<String, Long> oldest = new TreeMap<>();
        for (int i = 0; i < AGES.length; i++) {
            sums.put("ages[" + AGES[i] + "].sessions", 0L);
            if (i + 1 < AGES.length) {
                to.put("open.ages[" + AGES[i] + "].to", AGES[i + 1]);
            }
        }
        for (String state : STATES) {
            for (int k = 0; k < AGES.length; k++) {
                sums.put("states[" + state + "].ages[" + k + "]", 0L);
                sums.put("states[" + state + "/atExit].ages[" + k + "]", 0L);
            }
        }
        for (Session session : open.values()) {
            String site = "sites[" + session.line.site() + "]";
            long age = session.line.number("ageMillis");
            int i = AGES.length - 1;
            while (age < AGES[i]) {
                i--;
            }
            sums.merge(site + ".sessions", session.sessions, Long::sum);
            String state = state(session.line);
            String cell = ToldLines.shown(session.line.jvm()) + "|" + state + "|" + i;
            sums.merge(site + ".cells[" + cell + "]", session.sessions, Long::sum);
            sums.merge("states[" + state + "].ages[" + i + "]", session.sessions, Long::sum);
            if (session.line.has("atExit")) {
                sums.merge(site + ".atExit", session.sessions, Long::sum);
            }
            sums.merge("ages[" + AGES[i] + "].sessions", session.sessions, Long::sum);
            for (int k = 0; k < AGES.length; k++) {
                sums.merge(site + ".ages[" + k + "]", k == i ? session.sessions : 0, Long::sum);
            }
            oldest.merge(site + ".oldest", age, Math::max);
            String at = "open.oldest[" + identity(session.line) + "]";
            to.put(at + ".age", age);
            to.putIfAny(at + ".sessions", session.sessions > 1 ? session.sessions : 0);
        }
        sums.forEach((name, count) -> to.put("open." + name, count));
        oldest.forEach((name, age) -> to.put("open." + name, age));
    }
}
