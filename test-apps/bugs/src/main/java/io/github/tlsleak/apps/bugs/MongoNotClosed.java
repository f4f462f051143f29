package io.github.tlsleak.apps.bugs;

import com.mongodb.MongoClientSettings;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.github.tlsleak.apps.support.Situation;
import java.util.Collections;
import java.util.concurrent.TimeUnit;

// library: MongoDB driver
// bad: mongo-4.11.1
// good: mongo-4.11.1
// mended: with one client for all
// link: https://github.com/DataGrip/mongo-jdbc-driver/issues/3
// what: connections whose heartbeat goes on, of clients that nobody closes
// peer: mongo
// saw: nothing x2
// count: CLOSED 0
// owner: library
// frame: com.mongodb.internal.connection
// reader: com.mongodb
// options: session.live=1,stuck=4s,session.cache=100000
// expect: SESSION_HOARD defect SSLSocket
// holds: com.mongodb.internal.connection.DefaultServerMonitor$*.connection
// kept: 2

/** A client for each piece of work. Its two monitors ask the server twice a second. */
public final class MongoNotClosed implements Situation<BugStage> {

    /** Of five plays: long enough for a slow machine, too. A heap dump needs less. */
    private static final long PLAY_NANOS =
            TimeUnit.SECONDS.toNanos(Long.getLong("tlsleak.play.seconds", 17));

    private MongoClient shared;

    @Override
    public void play(BugStage stage) {
        stage.keepsSessions();
        stage.countsAlone();
        if (!stage.isMended()) {
            long begun = System.nanoTime();
            while (System.nanoTime() - begun < PLAY_NANOS) {
                connect(stage);
                BugStage.sleep(150);
            }
        } else if (shared == null) {
            shared = connect(stage);
        }
    }

    private static MongoClient connect(BugStage stage) {
        int before = stage.sessions();
        MongoClient client = MongoClients.create(settings(stage));
        stage.awaitSessions(before + 2);
        return client;
    }

    private static MongoClientSettings settings(BugStage stage) {
        ServerAddress server = new ServerAddress(stage.host(), stage.port());
        return MongoClientSettings.builder()
                .applyToClusterSettings(c -> c.hosts(Collections.singletonList(server)))
                .applyToServerSettings(s -> s.heartbeatFrequency(500, TimeUnit.MILLISECONDS))
                .applyToSslSettings(
                        s -> s.enabled(true).invalidHostNameAllowed(true).context(stage.context()))
                .build();
    }
}
