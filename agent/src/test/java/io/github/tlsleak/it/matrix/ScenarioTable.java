package io.github.tlsleak.it.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects what is reported of each scenario on each JDK. Thread-safe. */
final class ScenarioTable {

    private final Map<String, Map<Integer, Map<String, String>>> rows = new TreeMap<>();
    private final Set<Integer> jdks = new TreeSet<>();

    synchronized void add(String name, ScenarioRun run, String result) {
        int jdk = run.jdk().major();
        jdks.add(jdk);
        rows.computeIfAbsent(name, n -> new TreeMap<>())
                .computeIfAbsent(jdk, j -> new TreeMap<>())
                .put(run.tls(), result);
    }

    synchronized void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder("| scenario |");
        StringBuilder rule = new StringBuilder("|---|");
        for (int jdk : jdks) {
            text.append(" jdk ").append(jdk).append(" |");
            rule.append("---|");
        }
        text.append('\n').append(rule).append('\n');
        rows.forEach(
                (name, cells) -> {
                    text.append("| ").append(name).append(" |");
                    for (int jdk : jdks) {
                        text.append(' ').append(cell(cells.get(jdk))).append(" |");
                    }
                    text.append('\n');
                });
        Files.writeString(file, text);
    }

    /** One text if TLS 1.2 and 1.3 agree. */
    private static String cell(Map<String, String> byTls) {
        if (byTls == null) {
            return "-";
        }
        Set<String> different = new TreeSet<>(byTls.values());
        return different.size() == 1 ? different.iterator().next() : byTls.toString();
    }
}
