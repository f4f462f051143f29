package io.github.tlsleak.it.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.it.harness.Findings;
import io.github.tlsleak.it.harness.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Collects what is reported of each mistake on each JDK. Thread-safe. */
final class MisuseTable {

    private final Map<Integer, Map<String, String>> rows = new TreeMap<>();

    synchronized void add(MisuseRun run, Misuse mistake, Report found) {
        String words = mistake.words();
        int colon = words.indexOf(':');
        List<JsonNode> sites = found.of("site");
        String frames =
                sites.stream().map(s -> s.path("frame").asText()).collect(Collectors.joining(" "));
        String row =
                "| "
                        + String.join(
                                " | ",
                                words.substring(0, colon),
                                words.substring(colon + 1).trim(),
                                Findings.inWords(found.findings()),
                                frames.replace(Misuse.PACKAGE, ""),
                                counted(run.saw(mistake)))
                        + " |\n";
        rows.computeIfAbsent(run.jdk().major(), j -> new TreeMap<>()).put(mistake.name(), row);
    }

    private static String counted(List<String> ends) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        ends.forEach(end -> counts.merge(end, 1, Integer::sum));
        return counts.entrySet().stream()
                .map(e -> e.getKey() + (e.getValue() > 1 ? " x" + e.getValue() : ""))
                .collect(Collectors.joining(", "));
    }

    synchronized void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        rows.forEach(
                (jdk, table) -> {
                    text.append("## jdk ").append(jdk);
                    text.append("\n\n| library | mistake | reported | responsible frame |");
                    text.append(" the peer received |\n|---|---|---|---|---|\n");
                    table.values().forEach(text::append);
                    text.append('\n');
                });
        Files.writeString(file, text);
    }
}
