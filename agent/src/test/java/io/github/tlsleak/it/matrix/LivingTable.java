package io.github.tlsleak.it.matrix;

import io.github.tlsleak.it.harness.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Collects what is reported of each situation whose sessions stay reachable, by verdict, provider
 * and JDK. Thread-safe.
 */
final class LivingTable {

    private static final String QUIET = "none";

    /** The results by JDK, row and provider. */
    private final Map<Integer, Map<String, Map<String, String>>> cells = new TreeMap<>();

    private final List<ProviderVariant> columns;

    LivingTable(List<ProviderVariant> columns) {
        this.columns = columns;
    }

    synchronized void add(
            ProviderRun run, ProviderScenario scenario, List<Scenario.Expected> found) {
        String verdict = scenario.verdict();
        String name = scenario.name().replaceFirst("^living\\.", "");
        cells.computeIfAbsent(run.jdk().major(), j -> new TreeMap<>())
                .computeIfAbsent(row(verdict, name), n -> new TreeMap<>())
                .put(run.variant().name(), cell(verdict, found));
    }

    /** Healthy ones come last. */
    private static String row(String verdict, String situation) {
        String shown = verdict.equals(QUIET) ? "none" : "`" + verdict + "`";
        return "| " + shown + " | " + situation + " |";
    }

    /** The severity alone, if the verdict is that of the row. */
    private static String cell(String verdict, List<Scenario.Expected> found) {
        String words = Findings.inWords(found);
        return words.startsWith(verdict + " ") && !words.contains(",")
                ? words.substring(verdict.length() + 1)
                : words;
    }

    synchronized void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        cells.forEach(
                (jdk, rows) -> {
                    text.append("## jdk ").append(jdk).append("\n\n| verdict | situation |");
                    columns.forEach(v -> text.append(' ').append(v.name()).append(" |"));
                    text.append("\n|---|---|").append("---|".repeat(columns.size())).append('\n');
                    rows.forEach((row, byProvider) -> text.append(line(row, byProvider)));
                    text.append('\n');
                });
        Files.writeString(file, text);
    }

    private String line(String row, Map<String, String> byProvider) {
        StringBuilder line = new StringBuilder(row);
        for (ProviderVariant column : columns) {
            line.append(' ').append(byProvider.getOrDefault(column.name(), "-")).append(" |");
        }
        return line.append('\n').toString();
    }
}
