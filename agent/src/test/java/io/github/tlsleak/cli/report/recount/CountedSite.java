package io.github.tlsleak.cli.report.recount;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** What the findings of one site add up to. Used by one thread. */
final class CountedSite {

    private static final List<String> GRADES = List.of("leak", "defect", "notice", "known");

    /** Verdicts whose cause is the code that closes the session. */
    private static final Set<String> CLOSINGS = Set.of("UNDERCUT", "HALF_CLOSED", "UNSENT");

    private static final long NAMES = 5;

    /** Of more names a report tells the least that there were. */
    private static final int TOLD_APART = 16;

    /** Of more lifetimes a report tells a median that is near. */
    private static final int KEPT = 64;

    private static final Map<String, Long> SHOWN = Map.of("pools", 16L, "hosts", 16L);

    static final Map<String, String> REST =
            Map.of(
                    "peers", "otherPeers",
                    "threads", "otherThreads",
                    "pools", "otherPools",
                    "hosts", "otherHosts");

    final String site;
    final List<ToldLine> findings;
    private final ToldLines lines;

    CountedSite(String site, List<ToldLine> findings, ToldLines lines) {
        this.site = site;
        this.findings = findings;
        this.lines = lines;
    }

    long count(String grade) {
        return findings.stream().filter(line -> line.grade().equals(grade)).count();
    }

    String severity() {
        return GRADES.stream().filter(grade -> count(grade) > 0).findFirst().orElseThrow();
    }

    boolean isKnown() {
        return severity().equals("known");
    }

    long skipped() {
        return lines.of("skipped").stream()
                .filter(line -> line.site().equals(site))
                .mapToLong(line -> line.number("count"))
                .sum();
    }

    long count() {
        return findings.size() + skipped();
    }

    long jvms() {
        return findings.stream().map(ToldLine::jvm).distinct().count();
    }

    /** Who is to blame: who closes, if that is the cause; else who made the sessions. */
    String owner() {
        Tally verdicts = new Tally();
        Tally closings = new Tally();
        for (ToldLine line : findings) {
            verdicts.add(line.grade().equals(severity()) ? line.verdict() : "");
            closings.add(line.text("closedAt"));
        }
        ToldLine closing = null;
        if (CLOSINGS.contains(verdicts.byCount().get(0)) && closings.sum() > 0) {
            closing = lines.description(closings.byCount().get(0));
        }
        ToldLine own = lines.description(site);
        ToldLine blamed = closing == null ? own : closing;
        return blamed == null ? "unknown" : blamed.text("owner");
    }

    /** All numbers of the site, in the document's names. */
    void put(String at, CountedNumbers to) {
        shortly(at, to);
        for (String grade : GRADES) {
            to.put(at + "." + grade, count(grade));
        }
        to.put(at + ".skipped", skipped());
        to.putIfAny(at + ".alive", findings.stream().filter(CountedSite::isAlive).count());
        long over =
                lines.of("reclosed").stream()
                        .filter(line -> line.site().equals(site) && !line.isSuppressed())
                        .count();
        to.putIfAny(at + ".overAfterAll", over);
        names(at, "peers", ToldLine::peer, to);
        names(at, "threads", line -> line.text("thread"), to);
        names(at, "pools", CountedSite::pool, to);
        names(at, "hosts", line -> line.text("peerHost"), to);
        names(at, "protocols", line -> line.text("protocol"), to);
        names(at, "roles", line -> line.text("role"), to);
        names(at, "providers", line -> line.text("provider"), to);
        lifetimes(at, to);
        Tally closings = new Tally();
        findings.forEach(line -> closings.add(line.text("closedAt")));
        if (closings.sum() > 0 && lines.description(closings.byCount().get(0)) != null) {
            long most = closings.of(closings.byCount().get(0));
            to.putIfAny(at + ".closedAt.elsewhere", closings.sum() - most);
        }
    }

    /** The numbers that a group of JVMs has of a site, too. */
    void shortly(String at, CountedNumbers to) {
        to.put(at + ".severity", severity()).put(at + ".count", count());
        to.put(at + ".jvmCount", jvms());
        Map<String, Long> verdicts = new TreeMap<>();
        TreeSet<Long> times = new TreeSet<>();
        for (ToldLine line : findings) {
            verdicts.merge(line.verdict() + "/" + line.grade(), 1L, Long::sum);
            line.time("time").ifPresent(times::add);
        }
        verdicts.forEach((verdict, n) -> to.put(at + ".verdicts[" + verdict + "].count", n));
        if (!times.isEmpty()) {
            to.put(at + ".first", Long.toString(times.first()));
            to.put(at + ".last", Long.toString(times.last()));
        }
    }

    /** What the threads of a pool have in common: numbers that tell them apart become stars. */
    private static String pool(ToldLine line) {
        return line.text("thread")
                .replace("\\", "\\\\")
                .replace("*", "\\*")
                .replaceAll("[0-9]{6,}", "*")
                .replaceAll("([(\\[{<])[0-9]+([])}> ])", "$1*$2")
                .replaceAll("(?<![0-9:])(?<![0-9]\\.)[0-9]+([])}> ]*)$", "*$1");
    }

    private static boolean isAlive(ToldLine line) {
        return line.has("alive") || line.verdict().equals("OPEN");
    }

    private void names(
            String at, String field, Function<ToldLine, String> words, CountedNumbers to) {
        Tally tally = new Tally();
        findings.forEach(line -> tally.add(words.apply(line)));
        String rest = REST.getOrDefault(field, "");
        long shown = SHOWN.getOrDefault(field, NAMES);
        List<String> most = tally.byCount();
        boolean bounded = most.size() > TOLD_APART;
        long told = 0;
        for (int i = 0; i < most.size(); i++) {
            String name = at + "." + field + "[" + most.get(i) + "].count";
            if (bounded) {
                to.putMost(name, tally.of(most.get(i)));
            } else if (i < shown) {
                to.put(name, tally.of(most.get(i)));
                told += tally.of(most.get(i));
            }
        }
        if (rest.isEmpty()) {
            return;
        }
        to.put(at + "." + field + ".all", tally.sum());
        if (bounded) {
            to.putMost(at + "." + rest, tally.sum());
        } else {
            to.putIfAny(at + "." + rest, tally.sum() - told);
        }
    }

    private void lifetimes(String at, CountedNumbers to) {
        List<Long> lives = new ArrayList<>();
        for (ToldLine line : findings) {
            if (line.has("ageMillis") || line.has("lifetimeMillis")) {
                lives.add(line.number(line.has("ageMillis") ? "ageMillis" : "lifetimeMillis"));
            }
        }
        if (lives.isEmpty()) {
            return;
        }
        long[] sorted = lives.stream().mapToLong(Long::longValue).sorted().toArray();
        to.put(at + ".lifetime.min", sorted[0]);
        to.put(at + ".lifetime.max", Arrays.stream(sorted).max().orElse(0));
        long median = sorted[(sorted.length - 1) / 2];
        if (sorted.length > KEPT) {
            to.putNear(at + ".lifetime.median", median);
        } else {
            to.put(at + ".lifetime.median", median);
        }
    }
}
