package io.github.tlsleak.agent.instrument;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.FakeInstrumentation;
import io.github.tlsleak.agent.instrument.advice.JdkClasses;
import io.github.tlsleak.agent.process.AgentErrors;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.Test;

/** Each class gets its hooks once, however many threads ask; no thread waits without limit. */
class FirstInstancesTest {

    private static final int THREADS = 64;

    private final Map<Class<?>, Integer> retransformed = new ConcurrentHashMap<>();
    private final Set<Class<?>> finished = ConcurrentHashMap.newKeySet();
    private final Coverage coverage =
            new Coverage(new SaidLines(new ArrayList<>()), new AgentErrors());

    /** Holds up the retransformation of {@link OwnEngine} while it is not zero. */
    private CountDownLatch gate = new CountDownLatch(0);

    private HookedClasses hooked;
    private long nanos;
    private volatile boolean weaves = true;
    private volatile boolean modifiable = true;

    private FirstInstances instances = instances(TimeUnit.HOURS.toNanos(1));

    @Test
    void oneOfManyThreadsRetransformsAndTheOthersWait() {
        gate = new CountDownLatch(THREADS);
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<CompletableFuture<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                all.add(supplyAsync(this::arriveAndEnsure, pool));
            }
            assertThat(all).allMatch(CompletableFuture::join);
        } finally {
            pool.shutdown();
        }
        assertThat(retransformed)
                .containsOnlyKeys(
                        java.net.Socket.class,
                        java.net.ServerSocket.class,
                        OwnEngine.class,
                        Engine.class)
                .values()
                .containsOnly(1);
    }

    /** Whether the class and its superclass had their hooks when the thread went on. */
    private boolean arriveAndEnsure() {
        gate.countDown();
        return instances.ensure(OwnEngine.class)
                && finished.contains(OwnEngine.class)
                && finished.contains(Engine.class);
    }

    @Test
    void aSuperclassOfTwoClassesIsRetransformedOnce() {
        assertThat(instances.ensure(OwnEngine.class)).isTrue();
        assertThat(instances.ensure(OtherEngine.class)).isTrue();
        assertThat(instances.ensure(OwnEngine.class)).isTrue();
        assertThat(retransformed).containsKey(OtherEngine.class).containsEntry(Engine.class, 1);
        assertThat(retransformed).containsEntry(OwnEngine.class, 1);
    }

    @Test
    void aThreadThatWaitsTooLongGoesOnWithoutHooks() throws Exception {
        instances = instances(0);
        gate = new CountDownLatch(1);
        CompletableFuture<Boolean> slow = supplyAsync(() -> instances.ensure(OwnEngine.class));
        while (!retransformed.containsKey(OwnEngine.class)) {
            Thread.onSpinWait();
        }
        assertThat(instances.ensure(OwnEngine.class)).isFalse();
        assertThat(instances.ensure(OtherEngine.class)).isFalse();
        gate.countDown();
        assertThat(slow.join()).isTrue();
        assertThat(instances.ensure(OwnEngine.class)).isTrue();
        assertThat(instances.ensure(OtherEngine.class)).isTrue();
        assertThat(coverage.lost()).isEmpty();
    }

    @Test
    void aClassOfSunJsseThatWasWovenWhenItWasLoadedIsHooked() throws Exception {
        Class<?> engine = Class.forName("sun.security.ssl.SSLEngineImpl");
        hooked.wove(JdkClasses.SUN_ENGINE, null);
        assertThat(instances.ensure(engine)).isTrue();
        assertThat(retransformed)
                .containsOnlyKeys(java.net.Socket.class, java.net.ServerSocket.class);
    }

    @Test
    void aClassOfSunJsseThatWasLoadedWithoutHooksIsRetransformed() throws Exception {
        Class<?> engine = Class.forName("sun.security.ssl.SSLEngineImpl");
        assertThat(instances.isHooked(engine)).isFalse();
        assertThat(instances.ensure(engine)).isTrue();
        assertThat(retransformed).containsKey(engine);
    }

    @Test
    void aClassWhoseWeavingFailedIsTriedAgainAfterAWhile() {
        weaves = false;
        assertThat(instances.ensure(OwnEngine.class)).isFalse();
        assertThat(instances.ensure(OwnEngine.class)).isFalse();
        assertThat(retransformed).containsEntry(OwnEngine.class, 1);
        weaves = true;
        nanos += TimeUnit.SECONDS.toNanos(1);
        assertThat(instances.ensure(OwnEngine.class)).isTrue();
        assertThat(retransformed).containsEntry(OwnEngine.class, 2).containsEntry(Engine.class, 2);
    }

    @Test
    void attemptsAreLimited() {
        weaves = false;
        for (int i = 0; i < 100; i++) {
            nanos += TimeUnit.HOURS.toNanos(1);
            assertThat(instances.ensure(OwnEngine.class)).isFalse();
        }
        assertThat(retransformed).containsEntry(OwnEngine.class, 10);
        assertThat(instances.isGivenUp(OwnEngine.class)).isTrue();
    }

    @Test
    void aSuperclassThatHasLostItsHooksIsHookedAgain() {
        assertThat(instances.ensure(OwnEngine.class)).isTrue();
        hooked.failed(false, "Engine", Engine.class);
        assertThat(instances.isHooked(OwnEngine.class)).isFalse();
        assertThat(instances.ensure(OwnEngine.class)).isTrue();
        assertThat(retransformed).containsEntry(OwnEngine.class, 1).containsEntry(Engine.class, 2);
    }

    @Test
    void anUnmodifiableClassIsTriedOnce() {
        modifiable = false;
        assertThat(instances.ensure(OwnEngine.class)).isFalse();
        assertThat(instances.isGivenUp(OwnEngine.class)).isTrue();
        assertThat(coverage.lost()).anyMatch(line -> line.startsWith(OwnEngine.class.getName()));
    }

    private FirstInstances instances(long patience) {
        HookAttempts attempts =
                new HookAttempts() {
                    @Override
                    long now() {
                        return nanos;
                    }
                };
        hooked = new HookedClasses();
        ClassHooker hooker = new ClassHooker(jvm(), coverage, hooked, attempts);
        return new FirstInstances(hooker, hooked, new WeavingRehearsal(), new TimedLock(patience));
    }

    private Instrumentation jvm() {
        return FakeInstrumentation.of(
                (method, arguments) -> {
                    if (method.equals("isModifiableClass")) {
                        return modifiable;
                    }
                    retransform(((Class<?>[]) arguments[0])[0]);
                    return null;
                });
    }

    private void retransform(Class<?> type) throws InterruptedException {
        retransformed.merge(type, 1, Integer::sum);
        if (type == OwnEngine.class) {
            gate.await();
        }
        if (weaves) {
            hooked.wove(type.getName().replace('.', '/'), type);
            finished.add(type);
        }
    }

    abstract static class Engine extends SSLEngine {}

    abstract static class OwnEngine extends Engine {}

    abstract static class OtherEngine extends Engine {}
}
