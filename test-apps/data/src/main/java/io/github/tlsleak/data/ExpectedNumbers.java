package io.github.tlsleak.data;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the page's queries must say of a made-up fleet: the numbers of {@code report}, put together
 * as the queries do. Used by one thread.
 */
public final class ExpectedNumbers {

    private static final int LIMIT = 20;
    private static final int SERVICES = 20;
    private static final int PEERS = 200;

    private static final Set<String> NOT_TOLD =
            Set.of(
                    "LOST",
                    "RESCUED",
                    "UNANSWERED",
                    "ABANDONED",
                    "UNSENT",
                    "UNDERCUT",
                    "CLOSE_FAILED",
                    "CUT");

    private final SortedMap<String, Long> numbers = new TreeMap<>();
    private final SortedMap<String, Long> report;
    private final SortedMap<String, Long> leaks = new TreeMap<>();
    private final SortedMap<String, Long> findings = new TreeMap<>();

    private ExpectedNumbers(SortedMap<String, Long> report) {
        this.report = report;
        part("site ")
                .forEach(
                        (name, number) -> {
                            String site = name.split(" ")[0];
                            leaks.merge(site, name.endsWith(" leak") ? number : 0, Long::sum);
                            findings.merge(site, name.endsWith(" known") ? 0 : number, Long::sum);
                        });
    }

    /**
     * Puts them together.
     *
     * @param report the totals of {@code report}
     */
    public static SortedMap<String, Long> of(SortedMap<String, Long> report, FleetSize size) {
        ExpectedNumbers expected = new ExpectedNumbers(report);
        expected.totals();
        expected.sites();
        expected.services(size);
        expected.peers();
        expected.numbers.put("growth rows", (long) LIMIT);
        return expected.numbers;
    }

    private SortedMap<String, Long> part(String prefix) {
        SortedMap<String, Long> part = new TreeMap<>();
        report.tailMap(prefix).forEach((n, number) -> part(part, prefix, n, number));
        return part;
    }

    private static void part(Map<String, Long> part, String prefix, String name, long number) {
        if (name.startsWith(prefix)) {
            part.put(name.substring(prefix.length()), number);
        }
    }

    private void totals() {
        part("all ").forEach((name, number) -> numbers.put("totals " + name, number));
        part("not counted ").forEach((name, number) -> numbers.put("not-counted " + name, number));
        numbers.put("jvms-without-summary rows", report.get("jvms without summary"));
    }

    private void sites() {
        // those that are equal stay in the order of their names
        findings.keySet().stream()
                .sorted(
                        Comparator.comparing((String site) -> leaks.get(site))
                                .thenComparing(findings::get)
                                .reversed())
                .limit(LIMIT)
                .forEach(this::site);
    }

    private void site(String site) {
        numbers.put("sites " + site + " leaks", leaks.get(site));
        numbers.put("sites " + site + " findings", findings.get(site));
        numbers.put("sites " + site + " jvms", report.get("jvms of site " + site));
    }

    /** JVMs without labels are a service of their own: they share the sites of theirs. */
    private void services(FleetSize size) {
        for (int service = 0; service < SERVICES; service++) {
            boolean unlabelled = service % 5 == 4;
            List<String> fresh = new FleetSites(service, true).onlyOfNewVersion();
            Set<String> shared = new TreeSet<>(new FleetSites(service, false).all());
            shared.removeAll(unlabelled ? Set.of() : new FleetSites(service, false).own());
            shared.forEach(site -> numbers.put("shared-sites " + site, findings.get(site)));
            for (String site : fresh) {
                numbers.put("new-sites-since " + site, findings.get(site));
                if (!unlabelled) {
                    numbers.put("new-sites-of-version " + site, findings.get(site));
                }
            }
        }
        for (int jvm = 0; jvm < size.jvms(); jvm++) {
            String service = jvm % 10 == 9 ? "com.example.Main" : "service" + jvm / 2 % SERVICES;
            numbers.merge(
                    "leaks-by-day-and-service " + service,
                    report.get("jvm run" + jvm + " leak"),
                    Long::sum);
        }
    }

    private void peers() {
        part("all ")
                .forEach(
                        (name, number) -> {
                            if (NOT_TOLD.contains(name.split(" ")[0])) {
                                numbers.merge("peers-not-told sessions", number, Long::sum);
                                long leak = name.endsWith(" leak") ? number : 0;
                                numbers.merge("peers-not-told leaks", leak, Long::sum);
                            }
                        });
        for (int peer = 0; peer < PEERS; peer++) {
            if (peer % 3 < 2) {
                numbers.put("peers-without-close-notify peer" + peer + ".example", 1L);
            }
        }
    }
}
