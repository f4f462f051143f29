package io.github.tlsleak.it.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tlsleak.it.matrix.Scenario;
import io.github.tlsleak.it.peer.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A report file as its readers see it: JSON lines.
 *
 * @param lines all complete lines
 */
public record Report(List<JsonNode> lines) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public static Report read(Path file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        if (Files.exists(file)) {
            String text = Files.readString(file);
            for (String line : text.substring(0, text.lastIndexOf('\n') + 1).split("\n")) {
                if (!line.isEmpty()) {
                    lines.add(parse(line));
                }
            }
        }
        return new Report(lines);
    }

    /**
     * Reads the file again until that much is found, or until a time limit. After the limit the
     * report holds less.
     */
    public static Report await(Path file, int findings, Duration timeout) throws IOException {
        long end = System.nanoTime() + timeout.toNanos();
        Report report = read(file);
        while (System.nanoTime() < end && report.numberOfFindings() < findings) {
            Peer.sleep(50);
            report = read(file);
        }
        return report;
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + line, e);
        }
    }

    /** The lines of a type, those about what was open when the JVM ended aside. */
    public List<JsonNode> of(String type) {
        return lines.stream()
                .filter(line -> line.path("type").asText().equals(type) && !isOpenAtExit(line))
                .toList();
    }

    /** The lines about what was open when the JVM ended. */
    public List<JsonNode> openAtExit() {
        return lines.stream().filter(Report::isOpenAtExit).toList();
    }

    /** The last summary has the mark, too. */
    private static boolean isOpenAtExit(JsonNode line) {
        return line.has("atExit") && line.path("type").asText().equals("open");
    }

    /** All findings, each as one expectation with its number of times. */
    public List<Scenario.Expected> findings() {
        Map<Scenario.Expected, Integer> counts = new TreeMap<>();
        Set<String> groups = new HashSet<>();
        for (JsonNode line : lines) {
            switch (line.path("type").asText()) {
                case "leak", "open" -> {
                    if (!isOpenAtExit(line)) {
                        counts.merge(expected(line), 1, Integer::sum);
                    }
                }
                case "context", "sessions" -> {
                    // later lines of a finding say how it went on
                    if (!line.has("over") && groups.add(group(line))) {
                        counts.merge(expected(line), 1, Integer::sum);
                    }
                }
                case "skipped" ->
                        counts.merge(skipped(line), line.path("count").asInt(), Integer::sum);
                default -> {}
            }
        }
        return counts.entrySet().stream()
                .map(
                        e ->
                                new Scenario.Expected(
                                        e.getKey().verdict(),
                                        e.getKey().severity(),
                                        e.getKey().resource(),
                                        e.getKey().role(),
                                        e.getValue()))
                .sorted()
                .collect(Collectors.toList());
    }

    /** What the lines of one finding on many objects have in common. */
    private static String group(JsonNode line) {
        return line.path("run").asText()
                + line.path("site").asText()
                + line.path("verdict").asText()
                + line.path("severity").asText();
    }

    /** The lines after the first ones, together with the sites of all lines. */
    public Report since(int before) {
        List<JsonNode> rest = new ArrayList<>(lines.subList(before, lines.size()));
        lines.subList(0, before).stream()
                .filter(line -> line.path("type").asText().equals("site"))
                .forEach(rest::add);
        return new Report(rest);
    }

    /** The findings whose site has a frame of this class. */
    public Report by(String className) {
        Set<JsonNode> sites =
                of("site").stream()
                        .filter(site -> site.path("stack").toString().contains(className + "."))
                        .map(site -> site.path("site"))
                        .collect(Collectors.toSet());
        return new Report(lines.stream().filter(l -> sites.contains(l.path("site"))).toList());
    }

    /** How many findings are reported, repeated ones counted each time. */
    public int numberOfFindings() {
        return findings().stream().mapToInt(Scenario.Expected::times).sum();
    }

    /** A line of left-out findings stands for more of what the site reported before. */
    private Scenario.Expected skipped(JsonNode line) {
        return of("leak").stream()
                .filter(leak -> leak.path("site").equals(line.path("site")))
                .findFirst()
                .map(Report::expected)
                .orElseThrow();
    }

    private static Scenario.Expected expected(JsonNode line) {
        return new Scenario.Expected(
                line.path("verdict").asText(),
                line.path("severity").asText(),
                line.path("resource").asText("SSLContext"),
                line.path("role").asText(),
                1);
    }

    /** The last summary. Fails if there is none. */
    public JsonNode summary() {
        List<JsonNode> summaries = of("summary");
        if (summaries.isEmpty()) {
            throw new AssertionError("no summary in " + lines);
        }
        return summaries.get(summaries.size() - 1);
    }
}
