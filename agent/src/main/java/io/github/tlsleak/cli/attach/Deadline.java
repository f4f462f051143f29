package io.github.tlsleak.cli.attach;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Gives up waiting for a task that takes too long. Stateless, thread-safe. */
final class Deadline {

    private Deadline() {}

    /**
     * Runs a task in a daemon thread, which is left behind if it does not end in time.
     *
     * @return what the task threw, or null if it threw nothing
     * @throws TimeoutException if the task has not ended in time
     */
    static @Nullable Throwable run(Callable<Void> task, long millis)
            throws TimeoutException, InterruptedException {
        FutureTask<Void> future = new FutureTask<>(task);
        Thread thread = new Thread(future, "tlsleak attach");
        thread.setDaemon(true);
        thread.start();
        try {
            future.get(millis, TimeUnit.MILLISECONDS);
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }
}
