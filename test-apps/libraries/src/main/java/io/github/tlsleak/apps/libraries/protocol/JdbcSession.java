package io.github.tlsleak.apps.libraries.protocol;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A connection to a database. */
final class JdbcSession implements Session {

    private final Connection connection;

    JdbcSession(String url) throws SQLException {
        connection = DriverManager.getConnection(url, "u", "p");
    }

    @Override
    public void use() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DO 1");
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
