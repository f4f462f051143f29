package io.github.tlsleak.it.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects what is reported of each situation over each provider, for each JDK. Thread-safe. */
final class ProviderTable {

    /** The results by JDK, situation, provider and TLS version. */
    private final Map<Integer, Map<String, Map<String, Map<String, String>>>> cells =
            new TreeMap<>();

    private final List<ProviderVariant> columns;

    ProviderTable(List<ProviderVariant> columns) {
        this.columns = columns;
    }

    synchronized void add(ProviderRun run, ProviderScenario scenario, String cell) {
        cells.computeIfAbsent(run.jdk().major(), j -> new TreeMap<>())
                .computeIfAbsent(scenario.name(), n -> new TreeMap<>())
                .computeIfAbsent(run.variant().name(), v -> new TreeMap<>())
                .put(run.tls(), cell);
    }

    synchronized void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        cells.forEach(
                (jdk, rows) -> {
                    text.append("## jdk ").append(jdk).append("\n\n| situation |");
                    columns.forEach(v -> text.append(' ').append(v.name()).append(" |"));
                    text.append("\n|---|").append("---|".repeat(columns.size())).append('\n');
                    rows.forEach((name, row) -> text.append(line(name, row)));
                    text.append('\n');
                });
        Files.writeString(file, text);
    }

    private String line(String name, Map<String, Map<String, String>> row) {
        StringBuilder line = new StringBuilder("| " + name + " |");
        for (ProviderVariant column : columns) {
            line.append(' ').append(cell(row.get(column.name()))).append(" |");
        }
        return line.append('\n').toString();
    }

    /** One text if TLS 1.2 and 1.3 agree. */
    private static String cell(Map<String, String> byTls) {
        if (byTls == null) {
            return "-";
        }
        TreeSet<String> different = new TreeSet<>(byTls.values());
        return different.size() == 1 ? different.first() : byTls.toString();
    }
}
