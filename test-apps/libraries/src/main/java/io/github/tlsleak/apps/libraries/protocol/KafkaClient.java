package io.github.tlsleak.apps.libraries.protocol;

import io.github.tlsleak.apps.libraries.LibraryStage;
import io.github.tlsleak.apps.support.Keys;
import io.github.tlsleak.apps.support.Situation;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

// closed-in-handshake expect: UNSENT notice SSLEngine client

/** Kafka's consumer, only up to TLS: the broker says nothing. */
public final class KafkaClient extends ClientLibrary {

    /** A consumer is closed so where it has just begun to reconnect. */
    @Override
    public Map<String, Situation<LibraryStage>> situations() {
        Map<String, Situation<LibraryStage>> all = super.situations();
        all.put("closed-in-handshake", this::closedInHandshake);
        return all;
    }

    private void closedInHandshake(LibraryStage stage) throws Exception {
        KafkaHandshake.close(target(stage, dialect(), "await", true));
        stage.awaitOver();
    }

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
