package io.github.tlsleak.it.otheragents;

import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.otheragents.OtherAgentRun.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Collects the result of each agent in each order, for each JDK. Thread-safe. */
final class OtherAgentsTable {

    private static final Way[] COLUMNS = {Way.FIRST, Way.BEHIND, Way.ATTACHED, Way.LOADED};

    /** The results by JDK, and by agent with its version. */
    private final Map<Integer, Map<String, Map<Way, String>>> cells = new TreeMap<>();

    synchronized void add(Jdk jdk, OtherAgent agent, Way way, String cell) {
        cells.computeIfAbsent(jdk.major(), j -> new TreeMap<>())
                .computeIfAbsent(
                        agent.name() + " | " + agent.version(), n -> new EnumMap<>(Way.class))
                .put(way, cell);
    }

    synchronized void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        cells.forEach(
                (jdk, rows) -> {
                    text.append("## jdk ").append(jdk).append("\n\n| agent | version |");
                    for (Way way : COLUMNS) {
                        text.append(' ').append(way).append(" |");
                    }
                    text.append("\n|---|---|").append("---|".repeat(COLUMNS.length)).append('\n');
                    rows.forEach((name, row) -> text.append(line(name, row)));
                    text.append('\n');
                });
        Files.writeString(file, text);
    }

    private static String line(String name, Map<Way, String> row) {
        StringBuilder line = new StringBuilder("| " + name + " |");
        for (Way way : COLUMNS) {
            // an agent that does not work alone has only this cell
            String other = way == COLUMNS[0] ? row.getOrDefault(Way.ALONE, "-") : "-";
            line.append(' ').append(row.getOrDefault(way, other)).append(" |");
        }
        return line.append('\n').toString();
    }
}
