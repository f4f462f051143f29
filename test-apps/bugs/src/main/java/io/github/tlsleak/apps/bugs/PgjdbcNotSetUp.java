package io.github.tlsleak.apps.bugs;

import io.github.tlsleak.apps.support.Situation;
import java.sql.SQLException;

// library: PostgreSQL JDBC
// bad: pgjdbc-42.7.12
// good: pgjdbc-42.7.13
// link: https://github.com/pgjdbc/pgjdbc/pull/4161
// what: connection whose set-up fails after the login
// peer: postgres
// owner: application
// frame: org.postgresql.ssl.MakeSSL.convert
// expect: LOST leak SSLSocket client x5
// expect[jdk<=18]: RESCUED leak SSLSocket client x5

/** A database connection with a wrong value of a property that the driver reads after the login. */
public final class PgjdbcNotSetUp implements Situation<BugStage> {

    @Override
    public void play(BugStage stage) {
        Failure.of(
                SQLException.class,
                "nonsense",
                () -> Postgres.connect(stage, "&binaryTransferEnable=nonsense"));
    }
}
