package io.github.tlsleak.agent.instrument;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TimedLockTest {

    private static final long HOUR = TimeUnit.HOURS.toNanos(1);

    @Test
    void oneThreadHasTheLock() {
        TimedLock lock = new TimedLock(0);
        assertThat(lock.take()).isTrue();
        assertThat(supplyAsync(lock::take).join()).isFalse();
        lock.end();
        assertThat(supplyAsync(lock::take).join()).isTrue();
    }

    @Test
    void theOwnerCannotTakeItAgain() {
        TimedLock lock = new TimedLock(HOUR);
        assertThat(lock.take()).isTrue();
        assertThat(lock.take()).isFalse();
        lock.end();
        assertThat(lock.take()).isTrue();
    }

    @Test
    void anInterruptIsKept() {
        TimedLock lock = new TimedLock(HOUR);
        Thread.currentThread().interrupt();
        assertThat(lock.take()).isTrue();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aCallerDoesNotWaitIfTheOwnerHasExceededTheLimit() {
        LaterLock lock = new LaterLock();
        assertThat(lock.take()).isTrue();
        lock.later = 2 * HOUR;
        // would wait for an hour
        assertThat(supplyAsync(lock::take).join()).isFalse();
        lock.end();
        assertThat(supplyAsync(lock::take).join()).isTrue();
    }

    private static final class LaterLock extends TimedLock {

        private volatile long later;

        private LaterLock() {
            super(HOUR);
        }

        @Override
        long now() {
            return super.now() + later;
        }
    }
}
