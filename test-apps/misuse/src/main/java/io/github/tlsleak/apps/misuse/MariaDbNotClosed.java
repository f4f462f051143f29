package io.github.tlsleak.apps.misuse;

import java.sql.DriverManager;
import java.sql.SQLException;

// peer: mysql
// saw: eof x3
// saw[jdk<=18]: any
// expect: LOST leak SSLSocket client x3
// expect[jdk<=18]: RESCUED leak SSLSocket client x3

/** MariaDB Connector/J: a JDBC connection is not closed. */
public final class MariaDbNotClosed implements Mistake {

    @Override
    public void make(Place place) throws SQLException {
        String url = "jdbc:mariadb://127.0.0.1:" + place.port() + "/?sslMode=trust";
        for (int i = 0; i < 3; i++) {
            DriverManager.getConnection(url, "u", "p").createStatement();
        }
    }
}
