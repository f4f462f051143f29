package io.github.tlsleak.apps.misuse;

import io.github.tlsleak.apps.support.Situation;
import java.sql.DriverManager;
import java.sql.SQLException;

// peer: mysql
// saw: close_notify x3
// expect: none
// count: CLOSED 3

/** MySQL: a JDBC connection is not closed; a thread of the driver closes it in order. */
public final class MySqlNotClosed implements Situation<MisuseStage> {

    @Override
    public void play(MisuseStage stage) throws SQLException {
        String url =
                "jdbc:mysql://127.0.0.1:"
                        + stage.port()
                        + "/?sslMode=REQUIRED&tlsVersions=TLSv1.2,TLSv1.3"
                        + "&useLocalSessionState=true&cacheServerConfiguration=true"
                        + "&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=false";
        for (int i = 0; i < 3; i++) {
            DriverManager.getConnection(url, "u", "p").createStatement();
        }
    }
}
