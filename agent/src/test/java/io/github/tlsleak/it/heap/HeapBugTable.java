package io.github.tlsleak.it.heap;

import io.github.tlsleak.it.matrix.RealBug;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Collects the first group of each bug. Thread-safe. */
final class HeapBugTable {

    private final Map<String, String> rows = new TreeMap<>();

    synchronized void add(RealBug bug, HeapSaid.Group first) {
        rows.put(
                bug.name(),
                "| "
                        + String.join(
                                " | ",
                                "[" + bug.fact("library") + "](" + bug.fact("link") + ")",
                                bug.release("bad"),
                                bug.fact("what"),
                                "`" + first.path().replace("|", "\\|") + "`",
                                bug.release("good"))
                        + " |\n");
    }

    synchronized void write(Path file) throws IOException {
        StringBuilder text =
                new StringBuilder("| report | on | what leaked | who holds it | fixed in |\n")
                        .append("|---|---|---|---|---|\n");
        rows.values().forEach(text::append);
        Files.writeString(file, text);
    }
}
