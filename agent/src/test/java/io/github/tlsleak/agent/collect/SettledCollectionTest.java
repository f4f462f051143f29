package io.github.tlsleak.agent.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long collections go on. */
@Timeout(60)
class SettledCollectionTest {

    @Test
    void onceIsEnoughWhereNothingWaits() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        WeakReference<Object> garbage = new WeakReference<>(new Object());
        assertThat(
                        SettledCollection.perform(
                                () -> {
                                    asked.incrementAndGet();
                                    return true;
                                },
                                10_000))
                .isTrue();
        assertThat(asked).hasValue(1);
        assertThat(garbage.get()).isNull();
    }

    @Test
    void endsAfterOneCollectionIfNothingIsLeft() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        assertThat(
                        SettledCollection.perform(
                                () -> asked.incrementAndGet() == 1, () -> true, 10_000))
                .isTrue();
        assertThat(asked).hasValue(0);
        assertThat(
                        SettledCollection.perform(
                                () -> asked.incrementAndGet() == 1, () -> false, 10_000))
                .isTrue();
        assertThat(asked).hasValue(1);
    }

    @Test
    void goesOnUntilNothingWaits() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        assertThat(SettledCollection.perform(() -> asked.incrementAndGet() == 6, 10_000)).isTrue();
        assertThat(asked).hasValue(6);
    }

    @Test
    void givesUpAtTheLimit() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        assertThat(
                        SettledCollection.perform(
                                () -> {
                                    asked.incrementAndGet();
                                    return false;
                                },
                                0))
                .isTrue();
        assertThat(asked).hasValue(1);
    }
}
