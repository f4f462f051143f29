package io.github.tlsleak.apps.bugs;

import java.sql.DriverManager;
import java.sql.SQLException;

/** How both bugs of the driver are come by: it uses the default context. */
final class Postgres {

    private Postgres() {}

    /** Connects; must not succeed. */
    static void connect(BugStage stage, String properties) throws SQLException {
        DriverManager.getConnection(
                "jdbc:postgresql://"
                        + stage.host()
                        + ":"
                        + stage.port()
                        + "/db?user=u&password=p&sslmode=require"
                        + "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory"
                        + "&gssEncMode=disable&assumeMinServerVersion=9.4"
                        + properties);
    }
}
