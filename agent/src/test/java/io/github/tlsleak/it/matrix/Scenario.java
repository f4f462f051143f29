package io.github.tlsleak.it.matrix;

import io.github.tlsleak.it.harness.Findings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The expectations that a test program carries as line comments: {@code // key: value} or {@code //
 * key[conditions]: value}. Several lines may have the same key. Of the lines whose conditions hold,
 * those with the most conditions count.
 *
 * @param lines all lines of the header, in order
 */
public record Scenario(List<Line> lines) {

    private static final Pattern LINE =
            Pattern.compile(
                    "// (peer|tls|jdk|jvm|options|saw|expect|expect-at-most|over|os|count|class|sites|skip)"
                            + "(?:\\[([^\\]]*)\\])?: *(.*)");
    private static final String NONE = "none";
    private static final String PROVIDER = "provider=";

    /** One line of the header. */
    public record Line(String key, List<String> conditions, String value) {}

    /**
     * One kind of finding, and how often the agent must report it.
     *
     * @param role empty if not given: then it is not compared
     */
    public record Expected(String verdict, String severity, String resource, String role, int times)
            implements Comparable<Expected> {

        public static Expected parse(String text) {
            List<String> words = new ArrayList<>(List.of(text.split(" +")));
            int times = 1;
            if (words.get(words.size() - 1).matches("x\\d+")) {
                times = Integer.parseInt(words.remove(words.size() - 1).substring(1));
            }
            String verdict = words.remove(0);
            String severity = words.remove(0);
            String resource = words.remove(0);
            return new Expected(
                    verdict, severity, resource, words.isEmpty() ? "" : words.get(0), times);
        }

        @Override
        public int compareTo(Expected other) {
            return toString().compareTo(other.toString());
        }
    }

    /** Reads the header out of a source file. */
    public static Scenario parse(String source) {
        List<Line> lines = new ArrayList<>();
        for (String text : source.split("\\R")) {
            Matcher line = LINE.matcher(text.trim());
            if (line.matches()) {
                String conditions = line.group(2) == null ? "" : line.group(2).trim();
                lines.add(new Line(line.group(1), split(conditions, ","), line.group(3).trim()));
            }
        }
        return new Scenario(List.copyOf(lines));
    }

    /**
     * The expectations for one provider. A condition {@code provider=A|B} holds for the providers
     * of these names, and for names such as {@code A-older}.
     */
    public Scenario with(String provider) {
        return new Scenario(
                lines.stream()
                        .filter(l -> l.conditions().stream().allMatch(c -> fits(c, provider)))
                        .toList());
    }

    private static boolean fits(String condition, String provider) {
        if (!condition.startsWith(PROVIDER)) {
            return true;
        }
        for (String name : condition.substring(PROVIDER.length()).split("\\|")) {
            if (provider.equals(name) || provider.startsWith(name + "-")) {
                return true;
            }
        }
        return false;
    }

    /** The reason why it cannot be played, if there is one. */
    public Optional<String> skip(int jdk, String tls) {
        return first("skip", jdk, tls);
    }

    /** {@code server SCRIPT}, {@code client SCRIPT} or {@code none}. */
    public String peer() {
        return first("peer", 0, "").orElse(NONE);
    }

    /** The TLS versions that the program runs with. */
    public List<String> tls() {
        return split(first("tls", 0, "").orElse("1.2 1.3"), " +");
    }

    /**
     * Whether the program can run on a JDK. The key is {@code 11+} or {@code 8-23}; without the
     * key, any JDK.
     */
    public boolean runsOn(int jdk) {
        String range = first("jdk", jdk, "").orElse("8+");
        String[] ends = range.split("[-+]");
        int last = ends.length > 1 ? Integer.parseInt(ends[1]) : Integer.MAX_VALUE;
        return Integer.parseInt(ends[0]) <= jdk && jdk <= last;
    }

    /** Additional flags of the JVM. */
    public List<String> jvm(int jdk, String tls) {
        return split(String.join(" ", values("jvm", jdk, tls)), " +");
    }

    /** Options of the agent, {@code key=value}. Empty if none are needed. */
    public String options() {
        return String.join(",", values("options", 0, ""));
    }

    /**
     * What the peer must have received, sorted ({@code eof x3} is three times eof). Empty if there
     * is no peer, or if the header says {@code any}.
     */
    public List<String> saw(int jdk, String tls) {
        List<String> saw = new ArrayList<>();
        for (String word : split(String.join(" ", values("saw", jdk, tls)), " +")) {
            if (word.matches("x\\d+")) {
                int times = Integer.parseInt(word.substring(1));
                saw.addAll(Collections.nCopies(times - 1, saw.get(saw.size() - 1)));
            } else if (word.equals("any")) {
                return List.of();
            } else {
                saw.add(word);
            }
        }
        return saw.stream().sorted().toList();
    }

    /** The findings that the agent must report, sorted, and no others. */
    public List<Expected> expect(int jdk, String tls) {
        return values("expect", jdk, tls).stream()
                .filter(value -> !value.equals(NONE))
                .map(Expected::parse)
                .sorted()
                .toList();
    }

    /** Verdicts on live sessions that must be over after all, sorted; nothing is compared else. */
    public List<String> over(int jdk, String tls) {
        return values("over", jdk, tls).stream().filter(v -> !v.equals(NONE)).sorted().toList();
    }

    /**
     * How the operating system shows the program's connections, all of them: {@code established},
     * {@code close_wait}, {@code gone}. Not compared if absent.
     */
    public Optional<String> os(int jdk, String tls) {
        return first("os", jdk, tls);
    }

    /** The number of expected findings. */
    public int findings(int jdk, String tls) {
        return Findings.number(expect(jdk, tls).stream());
    }

    /**
     * The severity that may also be reported, any number of times, beside the expected findings.
     */
    public Optional<String> atMost(int jdk, String tls) {
        return first("expect-at-most", jdk, tls);
    }

    /** The numbers that the summary must give, by verdict. */
    public Map<String, Integer> counts(int jdk, String tls) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String value : values("count", jdk, tls)) {
            List<String> words = split(value, " +");
            for (int i = 0; i + 1 < words.size(); i += 2) {
                counts.put(words.get(i), Integer.valueOf(words.get(i + 1)));
            }
        }
        return counts;
    }

    /** The class that the findings must name, if the scenario gives one. */
    public Optional<String> reportedClass() {
        return first("class", 0, "");
    }

    /** The number of different sites of the findings, if the scenario gives it. */
    public Optional<Integer> sites() {
        return first("sites", 0, "").map(Integer::valueOf);
    }

    private Optional<String> first(String key, int jdk, String tls) {
        return values(key, jdk, tls).stream().findFirst();
    }

    private List<String> values(String key, int jdk, String tls) {
        List<Line> mine =
                lines.stream()
                        .filter(line -> line.key().equals(key))
                        .filter(line -> allHold(line.conditions(), jdk, tls))
                        .toList();
        int most = mine.stream().mapToInt(line -> line.conditions().size()).max().orElse(0);
        return mine.stream()
                .filter(line -> line.conditions().size() == most)
                .map(Line::value)
                .toList();
    }

    private static boolean allHold(List<String> conditions, int jdk, String tls) {
        return conditions.stream().allMatch(condition -> holds(condition, jdk, tls));
    }

    /**
     * Whether a condition holds: {@code jdk<=18}, {@code jdk>=19}, {@code tls=1.2}. See {@link
     * #with} for providers.
     */
    private static boolean holds(String condition, int jdk, String tls) {
        if (condition.startsWith(PROVIDER)) {
            return true;
        }
        if (condition.startsWith("tls=")) {
            return condition.substring(4).equals(tls);
        }
        Matcher range = Pattern.compile("jdk(<=|>=)(\\d+)").matcher(condition);
        if (!range.matches()) {
            throw new IllegalArgumentException("unknown condition: " + condition);
        }
        int bound = Integer.parseInt(range.group(2));
        return range.group(1).equals("<=") ? jdk <= bound : jdk >= bound;
    }

    private static List<String> split(String text, String separator) {
        return text.isBlank() ? List.of() : List.of(text.trim().split(separator));
    }
}
