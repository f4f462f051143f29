package io.github.tlsleak.apps.bugs;

import java.sql.DriverManager;
import java.sql.SQLException;

/** The common part of both bugs of the driver. The driver uses the default context. */
final class Postgres {

    private Postgres() {}

    /** Connects. The connection must fail. */
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
