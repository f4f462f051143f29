package io.github.tlsleak.it.harness;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/**
 * Plays tests that mostly wait beside the others, which need the processors. Such a test begins
 * when it is made. A factory should return them last: a thread that waits for their results plays
 * no others meanwhile. Thread-safe.
 */
public final class Waiting {

    private static final int THREADS = 3;

    private static final ExecutorService BESIDE =
            Executors.newFixedThreadPool(THREADS, Waiting::daemon);

    /** Names of those that have begun: who makes one again wants to play the failed ones again. */
    private static final Set<String> BEGUN = ConcurrentHashMap.newKeySet();

    private Waiting() {}

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "waiting tests");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * A test that begins now, or as soon as others have ended.
     *
     * @param name no other test has it
     */
    public static DynamicTest test(String name, Executable play) {
        if (!BEGUN.add(name)) {
            return DynamicTest.dynamicTest(name, play);
        }
        FutureTask<Throwable> result = new FutureTask<>(() -> failure(play));
        BESIDE.execute(result);
        return DynamicTest.dynamicTest(name, () -> await(result));
    }

    private static Throwable failure(Executable play) {
        try {
            play.execute();
            return null;
        } catch (Throwable e) {
            return e;
        }
    }

    private static void await(FutureTask<Throwable> result) throws Throwable {
        Throwable failure = result.get();
        if (failure != null) {
            throw failure;
        }
    }
}
