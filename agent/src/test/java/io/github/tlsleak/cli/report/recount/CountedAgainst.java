package io.github.tlsleak.cli.report.recount;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Two reports compared, from the lines of both, by the words of the page. Used by one thread. */
final class CountedAgainst {

    private static final List<String> CHANGES =
            List.of("new", "grown", "shrunk", "gone", "unchanged");
    private static final int FEW = 6;
    private static final double SELDOM = 3;

    private final Recount now;
    private final Recount then;
    private final long millis;
    private final long earlierMillis;
    private final Map<String, Long> changes = new TreeMap<>();
    private final CountedNumbers numbers = new CountedNumbers();
    private long fresh;

    private CountedAgainst(Recount now, Recount then) {
        this.now = now;
        this.then = then;
        millis = millis(now);
        earlierMillis = millis(then);
    }

    static CountedNumbers counted(Recount now, Recount then) {
        return new CountedAgainst(now, then).count();
    }

    private CountedNumbers count() {
        List<CountedSite> gone = new ArrayList<>(then.realSites());
        String worst = now.byCost().get(0).severity();
        for (CountedSite site : now.realSites()) {
            CountedSite before = before(site);
            gone.remove(before);
            String change = before == null ? "new" : change(site.count(), before.count());
            put(site, change, site.count(), before == null ? 0 : before.count());
            fresh += before == null && site.severity().equals(worst) ? 1 : 0;
        }
        gone.forEach(site -> put(site, "gone", 0, site.count()));
        CHANGES.forEach(name -> numbers.put("against." + name, changes.getOrDefault(name, 0L)));
        numbers.putIfAny("against.jvmMillis", millis);
        numbers.putIfAny("against.earlierJvmMillis", earlierMillis);
        return numbers.put("sentence.new", fresh);
    }

    /** From the start of each JVM to its last summary or finding; 0 if not known of all. */
    private static long millis(Recount of) {
        long sum = 0;
        for (Map.Entry<String, JsonNode> jvm : of.lines().jvms().entrySet()) {
            String name = jvm.getKey();
            ToldLine meta = new ToldLine(name, "", jvm.getValue());
            long end = -1;
            for (ToldLine line : of.lines().of("summary")) {
                end = line.jvm().equals(name) ? line.time("time").orElse(-1) : end;
            }
            for (ToldLine line : of.judged().findings) {
                if (line.jvm().equals(name)) {
                    end = Math.max(end, line.time("time").orElse(-1));
                }
            }
            if (meta.time("started").isEmpty() || end <= meta.time("started").getAsLong()) {
                return 0;
            }
            sum += end - meta.time("started").getAsLong();
        }
        return sum;
    }

    /** The same site of the earlier report; null if it is new. */
    private CountedSite before(CountedSite site) {
        CountedSite sameStack = null;
        for (CountedSite earlier : then.realSites()) {
            if (earlier.site.equals(site.site)) {
                return earlier;
            }
            Set<String> names = names(then, earlier.site);
            names.retainAll(names(now, site.site));
            sameStack = names.isEmpty() ? sameStack : earlier;
        }
        return sameStack;
    }

    private static Set<String> names(Recount of, String site) {
        Set<String> names = new HashSet<>(Set.of(site));
        for (ToldLine line : of.lines().of("site")) {
            if (line.site().equals(site)) {
                names.add(line.text(line.has("fingerprint1") ? "fingerprint1" : "site"));
            }
        }
        return names;
    }

    private boolean timed() {
        return millis > 0 && earlierMillis > 0;
    }

    /** How long it was looked now; if that is not known, as long as before. */
    private double length() {
        return timed() ? millis : 1;
    }

    private double earlierLength() {
        return timed() ? earlierMillis : 1;
    }

    private String change(long count, long earlier) {
        double rate = count / length();
        double earlierRate = earlier / earlierLength();
        // were both rates the same, so many of all would be found now
        double expected = (count + earlier) * length() / (length() + earlierLength());
        double variance = expected * earlierLength() / (length() + earlierLength());
        double apart = count - expected;
        if (count + earlier < FEW || apart * apart <= 4 * variance) {
            return "unchanged";
        }
        if (rate >= 1.5 * earlierRate) {
            return "grown";
        }
        return earlierRate >= 1.5 * rate ? "shrunk" : "unchanged";
    }

    private void put(CountedSite site, String change, long count, long earlier) {
        changes.merge(change, 1L, Long::sum);
        if (change.equals("unchanged")) {
            return;
        }
        String at = "against.sites[" + site.site + "]";
        numbers.put(at + ".change", change).put(at + ".severity", site.severity());
        numbers.put(at + ".count", count).put(at + ".earlier", earlier);
        double elsewhere =
                change.equals("new")
                        ? count / length() * earlierLength()
                        : earlier / earlierLength() * length();
        boolean unsure = (change.equals("new") || change.equals("gone")) && elsewhere < SELDOM;
        numbers.putIfAny(at + ".unsure", unsure ? 1 : 0);
        if (timed()) {
            double perHour = ToldAgainst.HOUR / length() * count;
            double earlierPerHour = ToldAgainst.HOUR / earlierLength() * earlier;
            boolean perDay = Math.max(perHour, earlierPerHour) < 1;
            numbers.put(at + ".rate", ToldAgainst.rate(perHour, perDay));
            numbers.put(at + ".earlierRate", ToldAgainst.rate(earlierPerHour, perDay));
        }
    }
}
