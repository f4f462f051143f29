package io.github.tlsleak.apps.misuse;

import io.github.tlsleak.apps.support.Situation;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Collections;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

// jdk: 11+
// peer: silent
// saw: nothing x3
// expect: LOST leak SSLEngine client x3

/** Kafka, without its metrics in JMX: a consumer is not closed, nor is its SocketChannel. */
public final class KafkaConsumerNotClosed implements Situation<MisuseStage> {

    @Override
    public void play(MisuseStage stage) throws GeneralSecurityException {
        for (int i = 0; i < 3; i++) {
            KafkaConsumer<byte[], byte[]> consumer =
                    KafkaConsumers.make(stage, "forgotten" + i, "");
            consumer.assign(Collections.singleton(new TopicPartition("t", 0)));
            while (!KafkaConsumers.isConnected(consumer)) {
                // the engine is made here, by this thread
                consumer.poll(Duration.ofMillis(200));
            }
        }
    }
}
