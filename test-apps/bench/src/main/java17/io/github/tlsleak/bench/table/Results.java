package io.github.tlsleak.bench.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The file that gets each row as soon as it is there. A run that was cut off can go on from it. Not
 * thread-safe.
 */
public final class Results {
    private static final String DONE = "<!-- done ";
    private static final String END = " -->";

    private final Path file;
    private final Map<String, Row> earlier = new HashMap<>();
    private final Map<String, List<Row>> done = new HashMap<>();

    /** Rows of the table that is read, of a figure that is not complete yet. */
    private final List<Row> begun = new ArrayList<>();

    /**
     * @param file is appended to
     * @param resume whether rows that it holds are not measured again
     */
    public Results(Path file, boolean resume) throws IOException {
        this.file = file;
        if (resume && Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                read(line);
            }
        }
    }

    private void read(String line) {
        if (line.startsWith(DONE)) {
            String figure = line.substring(DONE.length(), line.length() - END.length());
            done.put(figure, List.copyOf(begun));
            begun.clear();
        }
        Row row = line.startsWith("| ") ? Row.parse(line) : null;
        if (Row.HEAD.equals(row)) {
            begun.clear();
        } else if (row != null) {
            if (row.verdict().startsWith("FAILED")) {
                earlier.remove(row.what());
            } else {
                earlier.put(row.what(), row);
                begun.add(row);
            }
        }
    }

    /** Begins a table. */
    public void begin(String machine) throws IOException {
        int columns = Row.HEAD.cells().size();
        line("\n" + machine + "\n");
        line(Row.HEAD.markdown());
        line("|---".repeat(columns) + "|");
    }

    public void append(Row row) throws IOException {
        line(row.markdown());
    }

    /** Writes that a figure has all its rows. */
    public void done(String figure) throws IOException {
        line(DONE + figure + END);
    }

    /** The rows of a figure, if an earlier run had all of them; else null. */
    public List<Row> earlierFigure(String figure) {
        return done.get(figure);
    }

    /** The row of an earlier run, or null. */
    public Row earlier(String what) {
        return earlier.get(what);
    }

    private void line(String text) throws IOException {
        Files.writeString(
                file,
                text + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
