package io.github.tlsleak.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The SQL that the page on data shows, as files. Stateless. */
public final class SqlFiles {

    private SqlFiles() {}

    /** The directory that holds {@code README.md} and {@code agent}. */
    public static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("agent/CHANGES.md"))) {
            directory = directory.getParent();
        }
        return directory;
    }

    /** The directory of the files. */
    public static Path directory() {
        return root().resolve("agent/docs/data");
    }

    /** The statements of a file, without the semicolons behind them. */
    public static List<String> statements(Path file) throws IOException {
        return Arrays.stream(Files.readString(file).split(";\\s*(\\n|$)"))
                .filter(statement -> !statement.isBlank())
                .toList();
    }

    /** The files of the queries, by name. Each holds one statement. */
    public static List<Path> queries() throws IOException {
        try (Stream<Path> files = Files.list(directory().resolve("queries"))) {
            return files.sorted().toList();
        }
    }

    /** The one statement of a query. */
    public static String query(String name) throws IOException {
        List<String> statements = statements(directory().resolve("queries/" + name + ".sql"));
        if (statements.size() != 1) {
            throw new IOException(name + " has " + statements.size() + " statements");
        }
        return statements.get(0);
    }
}
