package io.github.tlsleak.apps.libraries.protocol;

import java.sql.SQLException;

/** MySQL Connector/J. */
public final class MySql extends ClientLibrary {

    @Override
    String dialect() {
        return "mysql";
    }

    @Override
    Session open(Target target) throws SQLException {
        return new JdbcSession(
                "jdbc:mysql://127.0.0.1:"
                        + target.port
                        + "/?tlsVersions=TLSv1.2,TLSv1.3"
                        + "&useLocalSessionState=true&cacheServerConfiguration=true"
                        + "&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=false&sslMode="
                        + (target.trusting ? "REQUIRED" : "VERIFY_CA"));
    }
}
