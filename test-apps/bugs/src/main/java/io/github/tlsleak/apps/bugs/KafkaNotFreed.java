package io.github.tlsleak.apps.bugs;

import io.github.tlsleak.apps.support.Situation;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.security.auth.SslEngineFactory;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.conscrypt.OpenSSLProvider;

// library: Kafka clients (over Conscrypt)
// bad: kafka-3.7.0
// good: kafka-3.7.1
// link: https://github.com/apache/kafka/pull/15655
// what: native memory of every connection's engine, which is never closed inbound
// peer: silent
// owner: application
// frame: org.apache.kafka.common.security.ssl.SslFactory.createSslEngine
// os: Linux amd64
// expect: NATIVE defect SSLEngine client x5

/** A consumer that connects to its broker and is closed. */
public final class KafkaNotFreed implements Situation<BugStage> {

    @Override
    public void play(BugStage stage) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(stage)) {
            consumer.assign(Collections.singleton(new TopicPartition("t", 0)));
            while (!isConnected(consumer)) {
                consumer.poll(Duration.ofMillis(20));
            }
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(BugStage stage) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", stage.host() + ":" + stage.port());
        properties.put("security.protocol", "SSL");
        properties.put("ssl.engine.factory.class", Engines.class);
        properties.put(Engines.TRUST, stage.trust());
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        return new KafkaConsumer<>(properties, bytes, bytes);
    }

    /** Whether the handshake with the broker is over. The broker says nothing after it. */
    private static boolean isConnected(KafkaConsumer<?, ?> consumer) {
        return consumer.metrics().values().stream()
                .filter(m -> m.metricName().name().equals("successful-authentication-total"))
                .anyMatch(m -> ((Double) m.metricValue()) > 0);
    }

    /** Lets Conscrypt make the engines. This class checks the peer's certificate. */
    public static final class Engines implements SslEngineFactory {

        static final String TRUST = "test.trust";

        private SSLContext context;

        @Override
        public void configure(Map<String, ?> configs) {
            try {
                context = SSLContext.getInstance("TLS", new OpenSSLProvider());
                context.init(null, new TrustManager[] {(TrustManager) configs.get(TRUST)}, null);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public SSLEngine createClientSslEngine(String host, int port, String identification) {
            SSLEngine engine = context.createSSLEngine(host, port);
            engine.setUseClientMode(true);
            return engine;
        }

        @Override
        public SSLEngine createServerSslEngine(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean shouldBeRebuilt(Map<String, Object> configs) {
            return false;
        }

        @Override
        public Set<String> reconfigurableConfigs() {
            return Collections.emptySet();
        }

        @Override
        public KeyStore keystore() {
            return null;
        }

        @Override
        public KeyStore truststore() {
            return null;
        }

        @Override
        public void close() {}
    }
}
