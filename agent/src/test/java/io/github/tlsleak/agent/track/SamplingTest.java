package io.github.tlsleak.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplingTest {

    private static final int LOTS = 1_000;

    private final Sampling sampling = new Sampling();

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 10, 20, 64})
    void oneOfEachLot(int sample) {
        for (int lot = 0; lot < LOTS; lot++) {
            int chosen = 0;
            for (int i = 0; i < sample; i++) {
                chosen += Sampling.isChosen(lot % 64, lot * sample + i, sample) ? 1 : 0;
            }
            assertThat(chosen).isEqualTo(1);
        }
    }

    /** A program that makes client and server in turn is seen from both sides. */
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 10, 20, 64})
    void notInStepWithTheProgram(int sample) {
        for (int part = 0; part < Sampling.PARTS; part++) {
            int even = 0;
            for (int i = 0; i < LOTS * sample; i += 2) {
                even += Sampling.isChosen(part, i, sample) ? 1 : 0;
            }
            assertThat(even).isBetween(LOTS * 4 / 10, LOTS * 6 / 10);
        }
    }

    /** A thread for each connection, and pools of threads that end before a lot is full. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10})
    void oneInSoManyOfThreadsWithAFew(int sessions) {
        Random random = new Random(sessions);
        int chosen = 0;
        for (int i = 0; i < LOTS; i++) {
            int thread = random.nextInt();
            for (int j = 0; j < sessions; j++) {
                chosen += sampling.chooses(thread, 50) ? 1 : 0;
            }
        }
        assertThat(chosen).isBetween(LOTS * sessions / 100, LOTS * sessions / 25);
    }

    /** Each of the counters leaves at most one lot unfinished. */
    @Test
    void noneIsLostBetweenThreads() throws InterruptedException {
        AtomicInteger chosen = new AtomicInteger();
        var pool = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 100; i++) {
            pool.execute(() -> choose(100, 10, chosen));
        }
        pool.shutdown();
        assertThat(pool.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(chosen.get()).isBetween(1_000 - Sampling.PARTS, 1_000 + Sampling.PARTS);
    }

    private void choose(int sessions, int sample, AtomicInteger chosen) {
        for (int i = 0; i < sessions; i++) {
            if (sampling.chooses(sample)) {
                chosen.incrementAndGet();
            }
        }
    }
}
