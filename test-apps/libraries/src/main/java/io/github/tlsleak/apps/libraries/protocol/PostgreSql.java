package io.github.tlsleak.apps.libraries.protocol;

import java.sql.SQLException;

/** The driver of PostgreSQL. */
public final class PostgreSql extends ClientLibrary {

    @Override
    String dialect() {
        return "postgresql";
    }

    @Override
    Session open(Target target) throws SQLException {
        // the driver's other factory knows only the JDK's certificate authorities
        String trust = target.trusting ? "NonValidatingFactory" : "DefaultJavaSSLFactory";
        return new JdbcSession(
                "jdbc:postgresql://127.0.0.1:"
                        + target.port
                        + "/d?gssEncMode=disable&assumeMinServerVersion=9.4"
                        + "&preferQueryMode=simple&sslmode=require"
                        + "&sslfactory=org.postgresql.ssl."
                        + trust);
    }
}
