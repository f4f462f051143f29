package io.github.tlsleak.apps.libraries.protocol;

import io.github.tlsleak.apps.support.Keys;
import java.time.Duration;
import java.util.Collections;
import java.util.Properties;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Kafka's consumer, only up to TLS: the broker says nothing. */
public final class KafkaClient extends ClientLibrary {

    @Override
    String dialect() {
        return "silent";
    }

    @Override
    boolean canBeDenied() {
        return false;
    }

    @Override
    Session open(Target target) throws Exception {
        KafkaConsumer<byte[], byte[]> consumer = consumer(target);
        Session session =
                new Session() {

                    @Override
                    public void use() {
                        consumer.poll(Duration.ofMillis(100));
                    }

                    @Override
                    public void close() {
                        consumer.close(Duration.ofMillis(200));
                    }
                };
        try {
            consumer.assign(Collections.singleton(new TopicPartition("t", 0)));
            while (!isConnected(consumer)) {
                session.use();
            }
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
        return session;
    }

    private static boolean isConnected(KafkaConsumer<?, ?> consumer) {
        return consumer.metrics().values().stream()
                .filter(m -> m.metricName().name().equals("successful-authentication-total"))
                .anyMatch(m -> ((Double) m.metricValue()) > 0);
    }

    private static KafkaConsumer<byte[], byte[]> consumer(Target target) throws Exception {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", "localhost:" + target.port);
        properties.put("security.protocol", "SSL");
        if (target.trusting) {
            properties.put("ssl.truststore.type", "PEM");
            properties.put("ssl.truststore.certificates", Keys.pem());
        }
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        return new KafkaConsumer<>(properties, bytes, bytes);
    }
}
