package io.github.tlsleak.apps.bugs;

import io.github.tlsleak.apps.support.Situation;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisConnectionException;

// library: Jedis
// bad: jedis-4.0.1
// good: jedis-4.1.0
// link: https://github.com/redis/jedis/pull/2722
// what: connection whose host name the HostnameVerifier refuses
// peer: silent
// owner: application
// frame: redis.clients.jedis.DefaultJedisSocketFactory.createSocket
// expect: LOST leak SSLSocket client x5
// expect[jdk<=18]: RESCUED leak SSLSocket client x5

/** A Redis connection whose host name is refused. */
public final class JedisRefused implements Situation<BugStage> {

    @Override
    public void play(BugStage stage) {
        DefaultJedisClientConfig config =
                DefaultJedisClientConfig.builder()
                        .ssl(true)
                        .sslSocketFactory(stage.context().getSocketFactory())
                        .hostnameVerifier((host, session) -> false)
                        .build();
        Failure.of(
                JedisConnectionException.class,
                "hostname verification",
                () -> {
                    HostAndPort server = new HostAndPort(stage.host(), stage.port());
                    try (Jedis jedis = new Jedis(server, config)) {
                        jedis.ping();
                    }
                });
    }
}
