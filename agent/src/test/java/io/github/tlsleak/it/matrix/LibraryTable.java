package io.github.tlsleak.it.matrix;

import io.github.tlsleak.it.harness.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Collects the counts of each situation of each library, and what the peers saw. Thread-safe. */
final class LibraryTable {

    /** The results by run, library and situation. */
    private final Map<String, Map<String, Map<String, String>>> cells = new TreeMap<>();

    synchronized void add(LibraryRun run, LibraryResult result) {
        String library = result.library() + " (" + run.variant() + ")";
        cells.computeIfAbsent(run.jdk() + ", TLS " + run.tls(), r -> new TreeMap<>())
                .computeIfAbsent(library, l -> new LinkedHashMap<>())
                .put(result.situation(), cell(result));
    }

    private static String cell(LibraryResult result) {
        List<String> counts = new ArrayList<>();
        result.counts().forEach((verdict, n) -> counts.add(n == 1 ? verdict : verdict + " x" + n));
        String cell = String.join(", ", counts);
        String found = Findings.inWords(result.report().findings());
        if (!found.equals("none")) {
            cell += " [" + found + "]";
        }
        if (result.open() > 0) {
            cell += " open x" + result.open();
        }
        if (!result.problem().isEmpty()) {
            cell += " !" + result.problem().replace('|', '/');
        }
        return cell + "; " + String.join(", ", result.saw());
    }

    synchronized void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        cells.forEach(
                (run, libraries) -> {
                    Set<String> columns = new LinkedHashSet<>();
                    libraries.values().forEach(row -> columns.addAll(row.keySet()));
                    text.append("## ").append(run).append("\n\n| library |");
                    columns.forEach(c -> text.append(' ').append(c).append(" |"));
                    text.append("\n|---|").append("---|".repeat(columns.size())).append('\n');
                    libraries.forEach((name, row) -> text.append(line(name, columns, row)));
                    text.append('\n');
                });
        Files.writeString(file, text);
    }

    private static String line(String name, Set<String> columns, Map<String, String> row) {
        StringBuilder line = new StringBuilder("| " + name + " |");
        for (String column : columns) {
            line.append(' ').append(row.getOrDefault(column, "-")).append(" |");
        }
        return line.append('\n').toString();
    }
}
