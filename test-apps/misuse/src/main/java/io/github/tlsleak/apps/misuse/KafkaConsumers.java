package io.github.tlsleak.apps.misuse;

import io.github.tlsleak.apps.support.Keys;
import java.security.GeneralSecurityException;
import java.util.Properties;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Makes consumers as programs do. */
final class KafkaConsumers {

    private KafkaConsumers() {}

    static KafkaConsumer<byte[], byte[]> make(MisuseStage stage, String id, String reporters)
            throws GeneralSecurityException {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", "localhost:" + stage.port());
        properties.put("client.id", id);
        properties.put("security.protocol", "SSL");
        properties.put("ssl.truststore.type", "PEM");
        properties.put("ssl.truststore.certificates", Keys.pem());
        properties.put("metric.reporters", reporters);
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        return new KafkaConsumer<>(properties, bytes, bytes);
    }

    /** Whether the handshake with the broker is over. The broker says nothing after it. */
    static boolean isConnected(KafkaConsumer<?, ?> consumer) {
        return consumer.metrics().values().stream()
                .filter(m -> m.metricName().name().equals("successful-authentication-total"))
                .anyMatch(m -> ((Double) m.metricValue()) > 0);
    }
}
