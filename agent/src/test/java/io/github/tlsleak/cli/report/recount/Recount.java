package io.github.tlsleak.cli.report.recount;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All numbers of a report, counted from its lines. Used by one thread. */
final class Recount {

    private static final List<String> GRADES = List.of("leak", "defect", "notice", "known");

    private static final List<String> WHOLE_SUM =
            List.of(
                    "sessions",
                    "closed",
                    "open",
                    "notUsedYet",
                    "awaitingVerdict",
                    "notJudged",
                    "serverSockets");

    private final ToldLines lines;
    private final JudgedLines judged;
    private final List<CountedSite> sites = new ArrayList<>();
    private final CountedOpen open;

    Recount(ToldLines lines) {
        this.lines = lines;
        judged = new JudgedLines(lines);
        judged.sites().forEach(site -> sites.add(new CountedSite(site, judged.at(site), lines)));
        open = new CountedOpen(lines);
    }

    List<CountedSite> sites() {
        return sites;
    }

    ToldLines lines() {
        return lines;
    }

    JudgedLines judged() {
        return judged;
    }

    CountedOpen open() {
        return open;
    }

    /** Sites that have more than known behaviours. */
    List<CountedSite> realSites() {
        return sites.stream().filter(site -> !site.isKnown()).toList();
    }

    /** The same, the most costly first: by severity, then by number. */
    List<CountedSite> byCost() {
        return realSites().stream()
                .sorted(
                        Comparator.comparing((CountedSite site) -> GRADES.indexOf(site.severity()))
                                .thenComparing(site -> -site.count())
                                .thenComparing(site -> site.site))
                .toList();
    }

    String program(String jvm) {
        return lines.jvms().get(jvm).path("main").asText("");
    }

    long skipped() {
        return lines.of("skipped").stream().mapToLong(line -> line.number("count")).sum();
    }

    /** The JVMs in the order of their start. */
    List<String> order() {
        Map<String, JsonNode> jvms = lines.jvms();
        List<String> order = new ArrayList<>(jvms.keySet());
        order.sort(Comparator.comparing(jvm -> jvms.get(jvm).path("started").asText("~")));
        return order;
    }

    /**
     * The numbers of the document of {@code --format json}.
     *
     * @param width of a bucket of time, in milliseconds
     */
    CountedNumbers ofDocument(long width) {
        CountedNumbers to = TimeBuckets.counted(judged, width);
        to.putAll(CountedSummary.counted(this));
        totals(to);
        lines.jvms().keySet().forEach(jvm -> jvm(jvm, to));
        to.put("jvmCount", lines.jvms().size()).put("cellMillis", width);
        sites.forEach(site -> site.put("sites[" + site.site + "]", to));
        for (CountedSite site : sites) {
            to.putAll(CountedCells.counted(site, lines.of("skipped"), width));
        }
        known(to);
        Tally rules = new Tally();
        judged.suppressed.forEach(line -> rules.add(line.text("suppressedBy")));
        rules.all().forEach((rule, count) -> to.put("suppressed[" + rule + "].count", count));
        open.put(to);
        new CountedGroups(lines, order()).put(to);
        return to;
    }

    private void totals(CountedNumbers to) {
        GRADES.forEach(grade -> to.put("totals." + grade, judged.count(grade)));
        to.put("totals.suppressed", judged.suppressed.size()).put("totals.skipped", skipped());
        to.put("totals.sites", realSites().size());
        to.put("totals.open", open.sessions()).put("totals.reclosed", open.reclosed());
        to.put("totals.stillOpen", open.stillOpen(lines));
        verdicts("totals", to);
        Map<String, Long> owners = new TreeMap<>();
        for (CountedSite site : realSites()) {
            String at = "totals.owners[" + site.owner() + "].";
            owners.merge(at + "sites", 1L, Long::sum);
            for (String grade : GRADES.subList(0, 3)) {
                owners.merge(at + grade, site.count(grade), Long::sum);
            }
        }
        owners.forEach(to::put);
    }

    /** Findings by verdict, known behaviours left out. */
    void verdicts(String at, CountedNumbers to) {
        Tally verdicts = new Tally();
        for (ToldLine line : judged.findings) {
            String name = line.verdict() + "/" + line.grade();
            verdicts.add(line.grade().equals("known") ? "" : name);
        }
        verdicts.all().forEach((name, n) -> to.put(at + ".verdicts[" + name + "].count", n));
    }

    private void jvm(String jvm, CountedNumbers to) {
        String at = "jvms[" + ToldLines.shown(jvm) + "].";
        for (String grade : GRADES) {
            to.put(
                    at + grade,
                    judged.findings.stream()
                            .filter(line -> line.jvm().equals(jvm) && line.grade().equals(grade))
                            .count());
        }
        to.put(
                at + "suppressed",
                judged.suppressed.stream().filter(line -> line.jvm().equals(jvm)).count());
        ToldLine last = null;
        for (ToldLine line : lines.of("summary")) {
            last = line.jvm().equals(jvm) ? line : last;
        }
        if (last != null) {
            summary(at + "summary.", last, to);
        }
    }

    private static void summary(String at, ToldLine line, CountedNumbers to) {
        line.time("time").ifPresent(time -> to.put(at + "time", Long.toString(time)));
        to.put(at + "created", line.number("created"));
        to.put(at + "agentErrors", line.number("agentErrors"));
        boolean whole = line.has("sessions");
        for (String field : whole ? WHOLE_SUM : List.of("closed", "open")) {
            to.put(at + field, line.number(field));
        }
        if (whole) {
            line.json()
                    .path("ended")
                    .fields()
                    .forEachRemaining(
                            end ->
                                    to.put(
                                            at + "ended[" + end.getKey() + "].count",
                                            end.getValue().asLong()));
        }
    }

    private void known(CountedNumbers to) {
        Tally ids = new Tally();
        Tally sitesOf = new Tally();
        Set<String> seen = new HashSet<>();
        for (ToldLine line : judged.findings) {
            ids.add(line.text("known"));
            if (line.has("known") && seen.add(line.text("known") + " " + line.site())) {
                sitesOf.add(line.text("known"));
            }
        }
        for (String id : ids.all().keySet()) {
            to.put("known[" + id + "].count", ids.of(id));
            to.put("known[" + id + "].sites", sitesOf.of(id));
        }
    }
}
