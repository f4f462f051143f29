package io.github.tlsleak.apps.bugs;

import io.github.tlsleak.apps.support.Situation;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

// library: Vert.x Redis client
// bad: vertx-4.5.26
// good: vertx-4.5.28
// link: https://github.com/vert-x3/vertx-redis-client/issues/555
// what: connection whose password the server refuses
// peer: redis_refusing
// owner: library
// frame: io.netty.handler.ssl
// reader: io.vertx.redis
// options: threshold=2s
// expect: OPEN notice SSLEngine client x5
// holds: io.vertx.core.net.impl.NetClientImpl.channelGroup

/** A pool that tries to connect with a wrong password. */
public final class VertxRedisRefused implements Situation<BugStage> {

    private Vertx vertx;
    private Redis redis;

    @Override
    public void play(BugStage stage) throws InterruptedException {
        if (redis == null) {
            stage.keepsSessions();
            stage.countsAlone();
            vertx = Vertx.vertx();
            redis = Redis.createClient(vertx, options(stage));
        }
        CountDownLatch failed = new CountDownLatch(1);
        redis.connect().onFailure(e -> failed.countDown());
        if (!failed.await(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no failure");
        }
    }

    private static RedisOptions options(BugStage stage) {
        return new RedisOptions()
                .setConnectionString("rediss://" + stage.host() + ":" + stage.port())
                .setPassword("wrong")
                .setNetClientOptions(
                        new NetClientOptions()
                                .setSsl(true)
                                .setTrustAll(true)
                                .setHostnameVerificationAlgorithm(""));
    }
}
