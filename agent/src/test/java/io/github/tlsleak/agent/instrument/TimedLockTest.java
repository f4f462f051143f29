package io.github.tlsleak.agent.instrument;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TimedLockTest {

    private static final long HOUR = TimeUnit.HOURS.toNanos(1);

    @Test
    void oneThreadAtATime() {
        TimedLock turn = new TimedLock(0);
        assertThat(turn.take()).isTrue();
        assertThat(supplyAsync(turn::take).join()).isFalse();
        turn.end();
        assertThat(supplyAsync(turn::take).join()).isTrue();
    }

    @Test
    void notInsideOfItself() {
        TimedLock turn = new TimedLock(HOUR);
        assertThat(turn.take()).isTrue();
        assertThat(turn.take()).isFalse();
        turn.end();
        assertThat(turn.take()).isTrue();
    }

    @Test
    void anInterruptIsKept() {
        TimedLock turn = new TimedLock(HOUR);
        Thread.currentThread().interrupt();
        assertThat(turn.take()).isTrue();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whoComesLateDoesNotWait() {
        LaterTurn turn = new LaterTurn();
        assertThat(turn.take()).isTrue();
        turn.later = 2 * HOUR;
        // would wait for an hour
        assertThat(supplyAsync(turn::take).join()).isFalse();
        turn.end();
        assertThat(supplyAsync(turn::take).join()).isTrue();
    }

    private static final class LaterTurn extends TimedLock {

        private volatile long later;

        private LaterTurn() {
            super(HOUR);
        }

        @Override
        long now() {
            return super.now() + later;
        }
    }
}
