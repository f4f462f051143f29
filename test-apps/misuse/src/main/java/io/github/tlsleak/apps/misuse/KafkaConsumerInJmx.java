package io.github.tlsleak.apps.misuse;

import io.github.tlsleak.apps.support.Situation;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Collections;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

// jdk: 11+
// peer: silent
// options: threshold=2s
// saw: nothing x3
// expect: OPEN notice SSLEngine client x3

/** Kafka: a consumer is not closed; its metrics, which JMX holds, hold its connections. */
public final class KafkaConsumerInJmx implements Situation<MisuseStage> {

    private static final String REPORTER = "org.apache.kafka.common.metrics.JmxReporter";

    @Override
    public void play(MisuseStage stage) throws GeneralSecurityException {
        for (int i = 0; i < 3; i++) {
            KafkaConsumer<byte[], byte[]> consumer =
                    KafkaConsumers.make(stage, "held" + i, REPORTER);
            consumer.assign(Collections.singleton(new TopicPartition("t", 0)));
            while (!KafkaConsumers.isConnected(consumer)) {
                // the engine is made here, by this thread
                consumer.poll(Duration.ofMillis(200));
            }
        }
    }
}
