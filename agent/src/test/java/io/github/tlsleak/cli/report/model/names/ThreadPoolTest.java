package io.github.tlsleak.cli.report.model.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadPoolTest {

    @ParameterizedTest
    @CsvSource({
        "http-nio-8443-exec-7, http-nio-8443-exec-*",
        "pool-3-thread-12, pool-3-thread-*",
        "qtp1804441178-23, qtp*-*",
        "nioEventLoopGroup-2-1, nioEventLoopGroup-2-*",
        "ForkJoinPool.commonPool-worker-3, ForkJoinPool.commonPool-worker-*",
        "XNIO-1 task-2, XNIO-1 task-*",
        "kafka-producer-network-thread | producer-1, kafka-producer-network-thread | producer-*",
        "RMI TCP Connection(12)-10.0.0.7, RMI TCP Connection(*)-10.0.0.7",
        "MQTT Rec: [id-4], MQTT Rec: [id-*]",
        "C3P0-HelperThread-#2, C3P0-HelperThread-#*",
        "'exec[3]', 'exec[*]'",
        "7, *",
    })
    void numbersOfAPoolsThreads(String name, String pool) {
        assertThat(ThreadPool.of(name)).isEqualTo(pool);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "main",
                "http-nio-8443-Poller",
                "HttpClient-1-SelectorManager",
                "AMQP Connection 10.0.0.7:5672",
                "lease renewal 192.168.0.14",
                "worker-3a",
                "id-٣",
                "evil </script> [ ) ]",
                "\u202e3-evil",
                "\ud83d",
            })
    void otherNamesStay(String name) {
        assertThat(ThreadPool.of(name)).isSameAs(name);
    }

    @Test
    void aNameThatLooksFoldedIsNot() {
        assertThat(List.of("a-*", "a-1", "a-\\*", "a-\\1").stream().map(ThreadPool::of))
                .containsExactly("a-\\*", "a-*", "a-\\\\\\*", "a-\\\\*");
    }

    /** Names of one pool are the same when their numbers are taken away. */
    @Test
    void neverMergesNamesThatDiffer() {
        Random random = new Random(18);
        Map<String, String> pools = new HashMap<>();
        for (int i = 0; i < 200_000; i++) {
            StringBuilder name = new StringBuilder();
            for (int length = random.nextInt(9); length >= 0; length--) {
                name.append("a*\\17[] :.".charAt(random.nextInt(10)));
            }
            String bare = name.toString().replaceAll("[0-9]+", "#");
            String before = pools.putIfAbsent(ThreadPool.of(name.toString()), bare);
            assertThat(before == null || before.equals(bare)).as(name.toString()).isTrue();
        }
        assertThat(pools).hasSizeGreaterThan(10_000);
    }

    @Test
    void takesALongName() {
        String digits = "1".repeat(100_000);
        assertThat(ThreadPool.of(digits)).isEqualTo("*");
        String stars = "*".repeat(100_000);
        assertThat(ThreadPool.of(stars)).hasSize(200_000);
        assertThat(ThreadPool.of("a1".repeat(50_000))).hasSize(100_000).endsWith("1a*");
    }
}
