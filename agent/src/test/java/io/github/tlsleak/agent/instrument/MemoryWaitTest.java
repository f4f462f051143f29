package io.github.tlsleak.agent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryWaitTest {

    private static final long MEGA = 1 << 20;

    @Test
    void aHeapThatCanGrowHasRoom() {
        assertThat(MemoryWait.hasRoom(24 * MEGA, 8 * MEGA, 0)).isTrue();
        assertThat(MemoryWait.hasRoom(Long.MAX_VALUE, 8 * MEGA, 0)).isTrue();
    }

    @Test
    void aHeapThatCannotGrowNeedsFreeBytes() {
        assertThat(MemoryWait.hasRoom(24 * MEGA, 24 * MEGA, 3 * MEGA)).isTrue();
        assertThat(MemoryWait.hasRoom(24 * MEGA, 24 * MEGA, 3 * MEGA - 1)).isFalse();
        assertThat(MemoryWait.hasRoom(24 * MEGA, 22 * MEGA, MEGA)).isTrue();
    }

    /** The heap of the tests' JVM is larger than that. */
    @Test
    void looksAtThisJvm() {
        assertThat(new MemoryWait().hasRoom()).isTrue();
    }

    @Test
    void anInterruptEndsASleep() {
        Thread.currentThread().interrupt();
        MemoryWait.sleep(600_000);
        assertThat(Thread.interrupted()).isFalse();
    }
}
