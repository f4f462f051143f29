package io.github.tlsleak.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A few report files written by hand, and what each query of the page must say of them. Stateless.
 */
public final class Samples {

    private static final Path DIRECTORY = SqlFiles.root().resolve("test-apps/data/src/samples");

    private Samples() {}

    /** The directory of the report files. */
    public static Path reports() {
        return DIRECTORY.resolve("reports");
    }

    /**
     * What a database says to all queries, one text a query: its name, then its rows.
     *
     * @return in the order of the queries' names
     */
    public static List<String> answers(Database database) throws Exception {
        List<String> answers = new ArrayList<>();
        for (Path file : SqlFiles.queries()) {
            String name = file.getFileName().toString().replace(".sql", "");
            StringBuilder answer = new StringBuilder(name).append('\n');
            for (List<String> row : database.rows(SqlFiles.query(name))) {
                // the name of a file stands for the run that it does not name
                String cells = String.join(" | ", row).replaceAll("\\S*/", "");
                answer.append("  ").append(cells).append('\n');
            }
            answers.add(answer.toString());
        }
        return answers;
    }

    /** What they must be. With {@code -Dtlsleak.golden=write} the answers are written there. */
    public static String expected(List<String> answers) throws IOException {
        Path file = DIRECTORY.resolve("answers.txt");
        if ("write".equals(System.getProperty("tlsleak.golden"))) {
            Files.writeString(file, String.join("\n", answers));
        }
        return Files.readString(file);
    }
}
