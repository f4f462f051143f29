package io.github.tlsleak.apps.bugs;

import io.github.tlsleak.apps.support.Situation;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisURI;

// library: Lettuce
// bad: lettuce-5.2.2
// good: lettuce-5.3.0
// link: https://github.com/redis/lettuce/issues/1262
// what: connection whose first PING the server refuses
// peer: redis_refusing
// owner: library
// frame: io.netty.handler.ssl
// reader: io.lettuce
// options: threshold=2s
// expect: OPEN notice SSLEngine client x5
// holds: sun.nio.ch.SelectionKeyImpl.attachment

/** A client that pings before it activates a connection. The server refuses the ping. */
public final class LettucePingRefused implements Situation<BugStage> {

    private RedisClient client;

    @Override
    public void play(BugStage stage) {
        if (client == null) {
            stage.keepsSessions();
            stage.countsAlone();
            client = client(stage);
        }
        Failure.of(RedisConnectionException.class, "WRONGPASS", () -> client.connect());
    }

    private static RedisClient client(BugStage stage) {
        RedisURI uri =
                RedisURI.builder()
                        .withHost(stage.host())
                        .withPort(stage.port())
                        .withSsl(true)
                        .withVerifyPeer(false)
                        .build();
        RedisClient client = RedisClient.create(uri);
        client.setOptions(ClientOptions.builder().pingBeforeActivateConnection(true).build());
        return client;
    }
}
