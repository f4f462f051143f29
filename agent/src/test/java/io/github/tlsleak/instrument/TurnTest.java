package io.github.tlsleak.instrument;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TurnTest {

    private static final long HOUR = TimeUnit.HOURS.toNanos(1);

    @Test
    void oneThreadAtATime() {
        Turn turn = new Turn(0);
        assertThat(turn.take()).isTrue();
        assertThat(supplyAsync(turn::take).join()).isFalse();
        turn.end();
        assertThat(supplyAsync(turn::take).join()).isTrue();
    }

    @Test
    void notInsideOfItself() {
        Turn turn = new Turn(HOUR);
        assertThat(turn.take()).isTrue();
        assertThat(turn.take()).isFalse();
        turn.end();
        assertThat(turn.take()).isTrue();
    }

    @Test
    void anInterruptIsKept() {
        Turn turn = new Turn(HOUR);
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

    private static final class LaterTurn extends Turn {

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
