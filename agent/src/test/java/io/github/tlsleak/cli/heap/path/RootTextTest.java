package io.github.tlsleak.cli.heap.path;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RootTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "main | main",
                "worker-17 | worker-*",
                "http-nio-8443-exec-3 | http-nio-8443-exec-*",
                "pool-2-thread-1 (idle) | pool-2-thread-* (idle)",
                "cluster-Id{6b093d2a846c6a1e41afd78e}-127.0.0.1:40685 | cluster-Id{*}-127.0.0.1:*",
                "client 0b5ad4c6-5d1c-4b0e-9f1d-6d4b6ce2a1f0 | client *",
                "AMQP Connection 10.1.2.3:5671 | AMQP Connection 10.1.2.3:*",
                "dead-beef-face-cafe | dead-beef-face-cafe",
            })
    void namesOfThreadsThatDifferInAnIdAreOne(String name, String shown) {
        assertThat(RootText.thread(name)).isEqualTo("thread \"" + shown + "\"");
    }

    @Test
    void aThreadMayHaveNoName() {
        assertThat(RootText.thread(null)).isEqualTo("thread \"?\"");
    }
}
