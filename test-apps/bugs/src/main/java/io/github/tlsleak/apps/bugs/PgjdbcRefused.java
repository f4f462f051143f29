package io.github.tlsleak.apps.bugs;

import io.github.tlsleak.apps.support.Situation;
import java.sql.SQLException;

// library: PostgreSQL JDBC
// bad: pgjdbc-42.3.1
// good: pgjdbc-42.3.2
// link: https://github.com/pgjdbc/pgjdbc/issues/2350
// what: connection whose password the server refuses
// peer: postgres_refusing
// owner: application
// frame: org.postgresql.ssl.MakeSSL.convert
// expect: LOST leak SSLSocket client x5
// expect[jdk<=18]: RESCUED leak SSLSocket client x5

/** A database connection with a wrong password. */
public final class PgjdbcRefused implements Situation<BugStage> {

    @Override
    public void play(BugStage stage) {
        Failure.of(
                SQLException.class,
                "password authentication failed",
                () -> Postgres.connect(stage, ""));
    }
}
