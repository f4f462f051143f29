package io.github.tlsleak.data.spark;

import io.github.tlsleak.data.Database;
import io.github.tlsleak.data.SqlFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Spark SQL, with the page's views on the files of a directory. Used by one thread. */
final class SparkDatabase implements Database {

    private static final String PATH = "path 'reports'";

    private final SparkSession session;

    SparkDatabase(SparkSession session, Path reports) throws IOException {
        this.session = session;
        Path lines = SqlFiles.directory().resolve("lines-spark.sql");
        for (String statement : SqlFiles.statements(lines)) {
            session.sql(statement.replace(PATH, "path '" + reports + "'"));
        }
    }

    /** Writes the lines once to a table of columns, as the page says. */
    void keep() throws IOException {
        run("keep-spark.sql");
    }

    /** Makes the views on the lines. */
    void views() throws IOException {
        run("views.sql");
    }

    private void run(String file) throws IOException {
        for (String statement : SqlFiles.statements(SqlFiles.directory().resolve(file))) {
            session.sql(statement);
        }
    }

    @Override
    public List<List<String>> rows(String sql) {
        List<List<String>> rows = new ArrayList<>();
        for (Row row : session.sql(sql).collectAsList()) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                cells.add(String.valueOf(row.get(i)));
            }
            rows.add(cells);
        }
        return rows;
    }
}
