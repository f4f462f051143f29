package io.github.tlsleak.cli.report.recount;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one sentence, and the worst sites. Stateless. */
final class CountedSummary {

    private static final int WORST = 3;
    private static final String N = "([0-9][0-9\u202f\u00a0 ,]*)";
    private static final Pattern AMOUNT =
            Pattern.compile(N + " (?:session|finding)s? at " + N + " sites?");
    private static final Pattern PROGRAMS = Pattern.compile(N + " programs");
    private static final Pattern MOST = Pattern.compile("\\(" + N + " [A-Z_]+\\)\\.$");

    private CountedSummary() {}

    /** The numbers of the sentence. */
    static CountedNumbers told(String sentence) {
        CountedNumbers to = new CountedNumbers();
        Matcher amount = AMOUNT.matcher(sentence);
        if (amount.find()) {
            to.put("sentence.findings", number(amount.group(1)));
            to.put("sentence.sites", number(amount.group(2)));
        }
        Matcher programs = PROGRAMS.matcher(sentence);
        to.put("sentence.programs", programs.find() ? number(programs.group(1)) : "1");
        Matcher most = MOST.matcher(sentence);
        if (most.find()) {
            to.put("sentence.most", number(most.group(1)));
        }
        return to;
    }

    private static String number(String digits) {
        return digits.replaceAll("[^0-9]", "");
    }

    static CountedNumbers counted(Recount recount) {
        CountedNumbers to = new CountedNumbers();
        List<CountedSite> sites = recount.byCost();
        sites.stream()
                .limit(WORST)
                .forEach(
                        site -> {
                            String at = "summary.worst[" + site.site + "]";
                            to.put(at + ".count", site.count());
                            to.put(at + ".severity", site.severity());
                        });
        CountedSite worst = sites.get(0);
        String grade = worst.severity();
        to.put("sentence.findings", recount.judged().count(grade));
        to.put(
                "sentence.sites",
                sites.stream().filter(site -> site.severity().equals(grade)).count());
        to.put(
                "sentence.programs",
                recount.judged().findings.stream()
                        .filter(line -> line.grade().equals(grade))
                        .map(line -> recount.program(line.jvm()))
                        .distinct()
                        .count());
        Map<String, Long> verdicts = new TreeMap<>();
        for (ToldLine line : worst.findings) {
            if (line.grade().equals(grade)) {
                verdicts.merge(line.verdict(), 1L, Long::sum);
            }
        }
        to.put("sentence.most", verdicts.values().stream().max(Long::compare).orElseThrow());
        return to;
    }
}
