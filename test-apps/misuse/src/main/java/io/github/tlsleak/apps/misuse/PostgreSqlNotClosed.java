package io.github.tlsleak.apps.misuse;

import io.github.tlsleak.apps.support.Situation;
import java.sql.DriverManager;
import java.sql.SQLException;

// peer: postgresql
// saw: close_notify x3
// expect: none
// expect[jdk>=11]: RESCUED notice SSLSocket client x3

/** PostgreSQL: a JDBC connection is not closed; a thread or cleaner of the driver closes it. */
public final class PostgreSqlNotClosed implements Situation<MisuseStage> {

    @Override
    public void play(MisuseStage stage) throws SQLException {
        String url =
                "jdbc:postgresql://127.0.0.1:"
                        + stage.port()
                        + "/d?sslmode=require&gssEncMode=disable&assumeMinServerVersion=9.4";
        for (int i = 0; i < 3; i++) {
            DriverManager.getConnection(url, "u", "p").createStatement();
        }
    }
}
