package io.github.tlsleak.it.matrix;

import io.github.tlsleak.it.harness.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Collects what is reported of each bug on each JDK. Thread-safe. */
final class BugTable {

    private record Row(RealBug bug, Map<String, Map<Integer, String>> found) {}

    private final Map<String, Row> rows = new TreeMap<>();

    /** Adds what was reported with the {@code bad} or the {@code good} release of the library. */
    synchronized void add(RealBug bug, String which, Jdk jdk, String found) {
        rows.computeIfAbsent(bug.name(), n -> new Row(bug, new TreeMap<>()))
                .found()
                .computeIfAbsent(which, w -> new TreeMap<>())
                .put(jdk.major(), found);
    }

    synchronized void write(Path file) throws IOException {
        StringBuilder text =
                new StringBuilder(
                                "| library | what leaked | on | reported | fixed in | reported |\n")
                        .append("|---|---|---|---|---|---|\n");
        for (Row row : rows.values()) {
            text.append(line(row));
        }
        Files.writeString(file, text);
    }

    private static String line(Row row) {
        RealBug bug = row.bug();
        return "| "
                + String.join(
                        " | ",
                        bug.fact("library"),
                        "[" + bug.fact("what") + "](" + bug.fact("link") + ")",
                        bug.release("bad"),
                        cell(row.found().get("bad")),
                        bug.release("good"),
                        cell(row.found().get("good")))
                + " |\n";
    }

    /** One text if all JDKs agree. Otherwise each text with its JDKs. */
    private static String cell(Map<Integer, String> byJdk) {
        if (byJdk == null) {
            return "-";
        }
        Map<String, String> jdks =
                byJdk.entrySet().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Map.Entry::getValue,
                                        TreeMap::new,
                                        Collectors.mapping(
                                                e -> Integer.toString(e.getKey()),
                                                Collectors.joining(", "))));
        return jdks.size() == 1
                ? jdks.keySet().iterator().next()
                : jdks.entrySet().stream()
                        .map(e -> e.getKey() + " (JDK " + e.getValue() + ")")
                        .collect(Collectors.joining("; "));
    }
}
