package io.github.tlsleak.it.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The findings in the lines of report files that a choice takes, counted by hand. Immutable. */
final class ChosenLines {

    static final List<String> GRADES = List.of("leak", "defect", "notice", "known");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> findings = new ArrayList<>();
    private final Map<String, JsonNode> metas = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();

    ChosenLines(Path directory) throws IOException {
        Set<String> told = new HashSet<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".jsonl")).toList()) {
                for (String line : Files.readAllLines(file)) {
                    take(JSON.readTree(line), told);
                }
            }
        }
        for (JsonNode finding : List.copyOf(findings)) {
            // sessions closed the wrong way are owned by who closes
            if (finding.has("closedAt")) {
                owners.put(text(finding, "site"), owners.get(text(finding, "closedAt")));
            }
        }
    }

    private ChosenLines(ChosenLines all, Map<String, String> choice) {
        metas.putAll(all.metas);
        owners.putAll(all.owners);
        all.findings.stream().filter(line -> all.fits(line, choice)).forEach(findings::add);
    }

    private void take(JsonNode line, Set<String> told) {
        switch (text(line, "type")) {
            case "meta" -> metas.put(text(line, "run"), line);
            case "site" -> owners.putIfAbsent(text(line, "site"), text(line, "owner"));
            case "leak", "open" -> findings.add(line);
            case "context", "sessions" -> {
                if (told.add(text(line, "run") + text(line, "verdict") + text(line, "site"))) {
                    findings.add(line);
                }
            }
            default -> {}
        }
    }

    private static String text(JsonNode line, String field) {
        return line.path(field).asText();
    }

    static String grade(JsonNode line) {
        return line.has("known") ? "known" : text(line, "severity");
    }

    /** Those that a choice takes, by the names in the page's address. */
    ChosenLines of(Map<String, String> choice) {
        return new ChosenLines(this, choice);
    }

    private boolean fits(JsonNode line, Map<String, String> choice) {
        return choice.entrySet().stream()
                .allMatch(each -> fits(line, each.getKey(), each.getValue()));
    }

    private boolean fits(JsonNode line, String field, String value) {
        JsonNode meta = metas.get(text(line, "run"));
        Instant time = Instant.parse(text(line, "time"));
        return switch (field) {
            case "severity" -> grade(line).equals(value);
            case "verdict" -> text(line, field).equals(value);
            case "host" -> text(meta, "host").equals(value);
            case "program" -> text(meta, "main").equals(value);
            case "owner" -> value.equals(owners.get(text(line, "site")));
            case "label" -> {
                String[] label = value.split("=", 2);
                yield text(meta.path("labels"), label[0]).equals(label[1]);
            }
            // a document keeps no times of known behaviours: docs/reports.md, cells
            case "from" -> !line.has("known") && !time.isBefore(Instant.parse(value));
            case "to" -> !line.has("known") && time.isBefore(Instant.parse(value));
            default -> throw new IllegalArgumentException(field);
        };
    }

    long all() {
        return findings.size();
    }

    long count(String grade) {
        return findings.stream().filter(line -> grade(line).equals(grade)).count();
    }

    /** Findings of each site. */
    Map<String, List<JsonNode>> sites() {
        Map<String, List<JsonNode>> sites = new TreeMap<>();
        for (JsonNode line : findings) {
            sites.computeIfAbsent(text(line, "site"), site -> new ArrayList<>()).add(line);
        }
        return sites;
    }

    /** Sites that are there for more than a known behaviour. */
    long realSites() {
        return sites().values().stream().filter(lines -> worst(lines) < 3).count();
    }

    private static int worst(List<JsonNode> lines) {
        return lines.stream().mapToInt(line -> GRADES.indexOf(grade(line))).min().orElseThrow();
    }

    /** Numbers of findings of the sites, the worst first. */
    List<Integer> rows() {
        return sites().values().stream()
                .sorted(
                        Comparator.comparingInt(ChosenLines::worst)
                                .thenComparingInt(lines -> -lines.size()))
                .map(List::size)
                .toList();
    }
}
