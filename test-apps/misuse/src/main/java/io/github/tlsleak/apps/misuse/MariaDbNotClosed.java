package io.github.tlsleak.apps.misuse;

import io.github.tlsleak.apps.support.Situation;
import java.sql.DriverManager;
import java.sql.SQLException;

// peer: mysql
// saw: eof x3
// saw[jdk<=18]: any
// expect: LOST leak SSLSocket client x3
// expect[jdk<=18]: RESCUED leak SSLSocket client x3

/** MariaDB Connector/J: a JDBC connection is not closed. */
public final class MariaDbNotClosed implements Situation<MisuseStage> {

    @Override
    public void play(MisuseStage stage) throws SQLException {
        String url = "jdbc:mariadb://127.0.0.1:" + stage.port() + "/?sslMode=trust";
        for (int i = 0; i < 3; i++) {
            DriverManager.getConnection(url, "u", "p").createStatement();
        }
    }
}
