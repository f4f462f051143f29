package io.github.tlsleak.apps.libraries.http;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A blocking call on a thread of its own. */
public final class Background {

    private final FutureTask<?> task;

    /** Starts the call. */
    public Background(Callable<?> call) {
        task = new FutureTask<>(call);
        Thread thread = new Thread(task, "background");
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits for the end of the call, which must fail. */
    public void awaitFailure() {
        try {
            task.get(20, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            return;
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalStateException("must fail");
    }
}
