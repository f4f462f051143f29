package io.github.tlsleak.agent.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Which test a thread's sessions belong to. */
class RunningTestsTest {

    private final RunningTests tests = new RunningTests();

    private String current() {
        TestScope scope = tests.current();
        return scope == null ? "none" : scope.id;
    }

    private static <T> T on(Callable<T> task) throws Exception {
        FutureTask<T> future = new FutureTask<>(task);
        new Thread(future).start();
        return future.get(10, TimeUnit.SECONDS);
    }

    @Test
    void noTestIsThereBeforeTheFirst() {
        assertThat(current()).isEqualTo("none");
    }

    @Test
    void aThreadBelongsToItsTestAndThenToTheClassAgain() {
        tests.begin("class", null, "C", true);
        assertThat(current()).isEqualTo("class");
        tests.begin("a", "class", "C.a", false);
        assertThat(current()).isEqualTo("a");
        tests.end("a");
        assertThat(current()).isEqualTo("class");
        tests.end("class");
        assertThat(current()).isEqualTo("none");
    }

    @Test
    void aThreadThatATestStartsBelongsToIt() throws Exception {
        tests.begin("a", null, "C.a", false);
        tests.begin("b", null, "C.b", false);
        tests.end("a");
        assertThat(on(this::current)).isEqualTo("b");
    }

    @Test
    void aThreadOfTheClassWorksForTheOneTestThatRuns() throws Exception {
        tests.begin("class", null, "C", true);
        ExecutorService server = Executors.newSingleThreadExecutor();
        try {
            assertThat(server.submit(this::current).get()).isEqualTo("class");
            tests.begin("a", "class", "C.a", false);
            assertThat(server.submit(this::current).get()).isEqualTo("a");
            on(
                    () -> {
                        tests.begin("b", "class", "C.b", false);
                        return null;
                    });
            assertThat(server.submit(this::current).get()).as("two run").isEqualTo("class");
        } finally {
            server.shutdownNow();
        }
    }

    @Test
    void aThreadOfATestThatIsOverWorksForTheOneThatRuns() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            tests.begin("a", null, "C.a", false);
            assertThat(pool.submit(this::current).get()).isEqualTo("a");
            tests.end("a");
            assertThat(pool.submit(this::current).get()).isEqualTo("none");
            tests.begin("b", null, "C.b", false);
            assertThat(pool.submit(this::current).get()).isEqualTo("b");
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aThreadOfNoTestBelongsToNoneWhereSeveralRun() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        FutureTask<String> stranger =
                new FutureTask<>(
                        () -> {
                            begun.await();
                            return current();
                        });
        new Thread(stranger).start();
        tests.begin("a", null, "C.a", false);
        on(
                () -> {
                    tests.begin("b", null, "C.b", false);
                    return null;
                });
        begun.countDown();
        assertThat(stranger.get(10, TimeUnit.SECONDS)).isEqualTo("none");
    }

    @Test
    void betweenTwoTestsAStrangerWorksForTheInnermostContainer() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        FutureTask<String> stranger =
                new FutureTask<>(
                        () -> {
                            begun.await();
                            return current();
                        });
        new Thread(stranger).start();
        tests.begin("class", null, "C", true);
        tests.begin("nested", "class", "C.N", true);
        begun.countDown();
        assertThat(stranger.get(10, TimeUnit.SECONDS)).isEqualTo("nested");
    }

    @Test
    void beginningTwiceIsBeginningOnce() {
        tests.begin("a", null, "C.a", false);
        tests.begin("a", null, "C.a", false);
        tests.end("a");
        assertThat(current()).isEqualTo("none");
        tests.end("a");
    }

    @Test
    void aTestLiesWithinItsContainersAlsoWhenTheyAreOver() {
        tests.begin("class", null, "C", true);
        tests.begin("nested", "class", "C.N", true);
        tests.begin("a", "nested", "C.N.a", false);
        TestScope scope = tests.current();
        tests.end("a");
        tests.end("nested");
        tests.end("class");
        assertThat(scope.isWithin("class")).isTrue();
        assertThat(scope.isWithin("nested")).isTrue();
        assertThat(scope.isWithin("a")).isTrue();
        assertThat(scope.isWithin("other")).isFalse();
    }
}
