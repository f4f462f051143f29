package io.github.tlsleak.apps.libraries.protocol;

import java.sql.SQLException;

/** MariaDB Connector/J. */
public final class MariaDb extends ClientLibrary {

    @Override
    String dialect() {
        return "mysql";
    }

    @Override
    Session open(Target target) throws SQLException {
        return new JdbcSession(
                "jdbc:mariadb://127.0.0.1:"
                        + target.port
                        + "/?sslMode="
                        + (target.trusting ? "trust" : "verify-ca"));
    }
}
