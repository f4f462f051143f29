package io.github.tlsleak.data;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** DuckDB in this JVM, with the page's views on the files of a directory. Used by one thread. */
final class DuckDb implements Database, AutoCloseable {

    private static final String FILES = "'reports/**/*.jsonl*'";

    private final Connection connection = DriverManager.getConnection("jdbc:duckdb:");

    /**
     * Opens a database in memory.
     *
     * @param asTable whether the lines are read once and kept, as the page says
     */
    DuckDb(Path reports, boolean asTable) throws Exception {
        Path directory = SqlFiles.directory();
        String files = "'" + reports + "/**/*.jsonl*'";
        for (String statement : SqlFiles.statements(directory.resolve("lines-duckdb.sql"))) {
            String lines = asTable ? statement.replace("VIEW lines", "TABLE lines") : statement;
            execute(lines.replace(FILES, files));
        }
        for (String statement : SqlFiles.statements(directory.resolve("views.sql"))) {
            execute(statement);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public List<List<String>> rows(String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
