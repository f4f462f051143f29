package io.github.tlsleak.it.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers that one output gives of a run: sessions and their parts, findings by severity.
 *
 * @param all numbers by name; a number that the output does not give is absent
 */
public record Numbers(Map<String, Long> all) {

    private static final Pattern SUM =
            Pattern.compile("(\\d+)(?: sessions?)? = ((?:\\d+ [A-Za-z_ ]*[A-Za-z](?: \\+ )?)+)");
    private static final Pattern PART = Pattern.compile("(\\d+) ([A-Za-z_ ]+?)(?: \\+ |$)");
    private static final Pattern COUNT =
            Pattern.compile(
                    "(\\d+) (server socket|leak|defect|notice|known behaviour|suppressed)s?\\b");
    private static final Map<String, String> FIELDS =
            Map.of(
                    "closed", "closed",
                    "open", "open",
                    "notUsedYet", "not used yet",
                    "awaitingVerdict", "awaiting a verdict",
                    "notJudged", "not judged",
                    "sessions", "sessions",
                    "serverSockets", "server sockets",
                    "defects", "defect",
                    "notices", "notice",
                    "suppressed", "suppressed");

    public long get(String name) {
        return all.getOrDefault(name, 0L);
    }

    /**
     * Checks that the other output gives the same numbers, as far as it gives them, and that its
     * parts add up.
     */
    public void sameIn(String place, Numbers other) {
        assertThat(other.all).as(place).containsKeys("sessions", "closed", "leak", "notice");
        for (Map.Entry<String, Long> entry : other.all.entrySet()) {
            assertThat(entry.getValue())
                    .as(entry.getKey() + " in " + place + ": " + other + ", not " + this)
                    .isEqualTo(get(entry.getKey()));
        }
        long sum = 0;
        for (Map.Entry<String, Long> entry : other.all.entrySet()) {
            boolean verdict = entry.getKey().matches("[A-Z_]+");
            boolean part =
                    entry.getKey()
                            .matches("closed|open|not used yet|awaiting a verdict|not judged");
            sum += verdict || part ? entry.getValue() : 0;
        }
        assertThat(sum).as(place + " adds up: " + other).isEqualTo(other.get("sessions"));
    }

    /** The numbers of a text for people. */
    public static Numbers ofText(String text) {
        Map<String, Long> all = new TreeMap<>();
        // long lines are wrapped
        String whole = text.replaceAll("\\n {3,}", " ");
        Matcher sum = SUM.matcher(whole);
        assertThat(sum.find()).as("a sum in " + text).isTrue();
        all.put("sessions", Long.valueOf(sum.group(1)));
        Matcher part = PART.matcher(sum.group(2).trim());
        while (part.find()) {
            all.put(part.group(2).trim(), Long.valueOf(part.group(1)));
        }
        all.putIfAbsent("closed", 0L);
        Matcher leaks = Pattern.compile("(?m)^leaks +(\\d+):").matcher(whole);
        if (leaks.find()) {
            all.put("leak", Long.valueOf(leaks.group(1)));
        }
        Matcher count = COUNT.matcher(whole);
        while (count.find()) {
            String name = count.group(2).replace("known behaviour", "known");
            all.putIfAbsent(name.replace("socket", "sockets"), Long.valueOf(count.group(1)));
        }
        return new Numbers(all);
    }

    /** The numbers of a summary line or of a dump. */
    public static Numbers ofJson(JsonNode json) {
        Map<String, Long> all = new TreeMap<>();
        FIELDS.forEach(
                (field, name) -> {
                    if (json.has(field)) {
                        all.put(name, json.get(field).asLong());
                    }
                });
        json.path("ended")
                .fields()
                .forEachRemaining(e -> all.put(e.getKey(), e.getValue().asLong()));
        long leaks = 0;
        for (JsonNode count : json.path("leaks")) {
            leaks += count.asLong();
        }
        all.put("leak", leaks);
        all.put("known", json.path("known").asLong());
        return new Numbers(all);
    }

    /** The numbers in the JSON that {@code report} writes. */
    public static Numbers ofReport(JsonNode report) {
        assertThat(report.path("jvms")).hasSize(1);
        JsonNode jvm = report.path("jvms").get(0);
        Map<String, Long> all = new TreeMap<>();
        FIELDS.forEach(
                (field, name) -> {
                    if (jvm.path("summary").has(field)) {
                        all.put(name, jvm.path("summary").get(field).asLong());
                    }
                });
        for (JsonNode end : jvm.path("summary").path("ended")) {
            all.put(end.path("verdict").asText(), end.path("count").asLong());
        }
        for (String grade : new String[] {"leak", "defect", "notice", "known", "suppressed"}) {
            all.put(grade, jvm.path(grade).asLong());
            assertThat(report.path("totals").path(grade).asLong()).isEqualTo(all.get(grade));
        }
        return new Numbers(all);
    }

    /** The numbers of JMX attributes: {@code {Defects=0, LeaksByVerdict={LOST=4}, ...}}. */
    public static Numbers ofJmx(String attributes) {
        Map<String, Long> all = new TreeMap<>();
        String ends = attributes.replaceFirst(".*SessionsEnded=\\{([^}]*)\\}.*", "$1");
        String leaks = attributes.replaceFirst(".*LeaksByVerdict=\\{([^}]*)\\}.*", "$1");
        all.put("leak", counts(leaks).values().stream().mapToLong(n -> n).sum());
        all.putAll(counts(ends));
        Map<String, Long> values = counts(attributes.replaceAll("[{}]", ""));
        all.put("sessions", values.get("Sessions"));
        all.put("closed", values.get("SessionsClosed"));
        all.put("open", values.get("SessionsOpen"));
        all.put("not used yet", values.get("SessionsNotUsedYet"));
        all.put("awaiting a verdict", values.get("SessionsAwaitingVerdict"));
        all.put("not judged", values.get("SessionsNotJudged"));
        all.put("defect", values.get("Defects"));
        all.put("notice", values.get("Notices"));
        all.put("known", values.get("KnownBehaviours"));
        all.put("suppressed", values.get("Suppressed"));
        return new Numbers(all);
    }

    private static Map<String, Long> counts(String text) {
        Map<String, Long> counts = new TreeMap<>();
        Matcher count = Pattern.compile("(\\w+)=(\\d+)").matcher(text);
        while (count.find()) {
            counts.put(count.group(1), Long.valueOf(count.group(2)));
        }
        return counts;
    }
}
