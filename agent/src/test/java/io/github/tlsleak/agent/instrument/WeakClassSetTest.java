package io.github.tlsleak.agent.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Array;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class WeakClassSetTest {

    private static final int MANY = 1_000;

    private final WeakClassSet set = new WeakClassSet();

    @Test
    void addedClassesAreFound() {
        List<Class<?>> types = many();
        for (Class<?> type : types) {
            assertThat(set.contains(type)).isFalse();
            set.add(type);
            set.add(type);
        }
        assertThat(types).allMatch(set::contains);
        assertThat(set.size()).isEqualTo(MANY);
        assertThat(set.contains(String.class)).isFalse();
    }

    @Test
    void classesAreFoundWhileOtherThreadsAddSome() {
        set.add(String.class);
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Boolean> always =
                CompletableFuture.supplyAsync(
                        () -> {
                            boolean found = true;
                            while (!done.get()) {
                                found &= set.contains(String.class);
                            }
                            return found;
                        });
        many().forEach(set::add);
        done.set(true);
        assertThat(always.join()).isTrue();
    }

    @Test
    void unloadedClassesAreDropped() {
        set.add(String.class);
        for (int i = 0; i < 40; i++) {
            set.add(inItsOwnLoader());
        }
        await().until(
                        () -> {
                            System.gc();
                            return set.size() == 1;
                        });
        many().forEach(set::add);
        assertThat(set.size()).isEqualTo(1 + MANY);
        assertThat(set.contains(String.class)).isTrue();
    }

    @Test
    void askingAllocatesNothing() {
        set.add(String.class);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        // the first call of each kind may allocate
        ask();
        threads.getCurrentThreadAllocatedBytes();
        long before = threads.getCurrentThreadAllocatedBytes();
        int found = ask();
        long after = threads.getCurrentThreadAllocatedBytes();
        assertThat(found).isEqualTo(MANY);
        assertThat(after - before).isZero();
    }

    private int ask() {
        int found = 0;
        for (int i = 0; i < MANY; i++) {
            found += set.contains(String.class) ? 1 : 0;
            found += set.contains(Integer.class) ? 1 : 0;
        }
        return found;
    }

    private static List<Class<?>> many() {
        List<Class<?>> types = new ArrayList<>();
        for (Class<?> element : List.of(int.class, long.class, char.class, byte.class)) {
            for (int dimensions = 1; dimensions <= MANY / 4; dimensions++) {
                types.add(Array.newInstance(element, new int[dimensions]).getClass());
            }
        }
        return types;
    }

    private static Class<?> inItsOwnLoader() {
        ClassLoader loader = new ClassLoader(WeakClassSetTest.class.getClassLoader()) {};
        return Proxy.newProxyInstance(
                        loader, new Class<?>[] {Runnable.class}, (proxy, method, none) -> null)
                .getClass();
    }
}
