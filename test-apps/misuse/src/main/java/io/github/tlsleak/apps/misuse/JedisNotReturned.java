package io.github.tlsleak.apps.misuse;

import io.github.tlsleak.apps.support.Situation;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;

// peer: redis
// saw: reset x3
// saw[jdk<=18]: any
// sites: 1
// expect: LOST leak SSLSocket client x3
// expect[jdk<=18]: RESCUED leak SSLSocket client x3

/**
 * Jedis: connections are borrowed and not returned; closing the pool closes only the others. Jedis
 * sets SO_LINGER to 0. So the collection of a socket resets the connection.
 */
public final class JedisNotReturned implements Situation<MisuseStage> {

    @Override
    public void play(MisuseStage stage) {
        JedisPool pool =
                new JedisPool(
                        new GenericObjectPoolConfig<Jedis>(),
                        new HostAndPort("localhost", stage.port()),
                        DefaultJedisClientConfig.builder()
                                .ssl(true)
                                .sslSocketFactory(stage.factory())
                                .build());
        for (int i = 0; i < 3; i++) {
            pool.getResource().ping();
        }
        pool.close();
    }
}
