package io.github.tlsleak.cli.heap.take;

import io.github.tlsleak.cli.attach.AttachReasons;
import io.github.tlsleak.cli.attach.UnreachableException;
import io.github.tlsleak.cli.jvm.LocalJvm;
import io.github.tlsleak.cli.jvm.Processes;
import io.github.tlsleak.cli.report.read.Progress;
import java.io.File;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits while a JVM writes a dump, as long as the JVM gets on with it. Used by one thread.
 *
 * <p>The request waits in a thread of its own, which is left behind if the JVM never answers.
 */
final class DumpWatch {

    /** The JVM is silent while it collects: a full collection of a large heap takes minutes. */
    private static final int PATIENCE = 20;

    private static final long STEP_MILLIS = 100;
    private static final int ENDING_STEPS = 10;

    private final LocalJvm jvm;
    private final Path file;
    private final Progress progress;
    private final long answerMillis;
    private final AttachReasons reasons;

    private long last = -1;
    private long most;
    private long lastNanos = System.nanoTime();

    /**
     * @param file what the JVM writes, in a directory with no other files
     * @param answerMillis how long the JVM may take to create the file
     */
    DumpWatch(
            LocalJvm jvm, Path file, Progress progress, long answerMillis, AttachReasons reasons) {
        this.jvm = jvm;
        this.file = file;
        this.progress = progress;
        this.answerMillis = answerMillis;
        this.reasons = reasons;
    }

    /** Returns what the request returns. */
    String await(Callable<String> request) throws UnreachableException, InterruptedException {
        FutureTask<String> future = new FutureTask<>(request);
        Thread thread = new Thread(future, "tlsleak heap");
        thread.setDaemon(true);
        thread.start();
        progress.begin(0);
        try {
            while (true) {
                try {
                    return future.get(STEP_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    look();
                }
            }
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw hasEnded() ? died() : reasons.failed(cause == null ? e : cause);
        } finally {
            progress.end();
        }
    }

    /** Looks at what was written so far. */
    private void look() throws UnreachableException {
        long now = written();
        long silentMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastNanos);
        if (now != last) {
            progress.read(Math.max(0, now - most));
            most = Math.max(most, now);
            last = now;
            lastNanos = System.nanoTime();
        } else if (!Processes.isAlive(jvm.pid())) {
            throw died();
        } else if (silentMillis > (now >= 0 ? answerMillis * PATIENCE : answerMillis)) {
            throw now >= 0 ? stuck(silentMillis) : reasons.late(answerMillis);
        }
    }

    /** The bytes that were written so far, in the dump and its parts; -1 before there is a file. */
    private long written() {
        File directory = file.toFile().getAbsoluteFile().getParentFile();
        File[] files = directory == null ? null : directory.listFiles();
        long sum = -1;
        for (File part : files == null ? new File[0] : files) {
            sum = Math.max(0, sum) + part.length();
        }
        return sum;
    }

    /** Whether the JVM has ended. A process closes its files a moment before that. */
    boolean hasEnded() throws InterruptedException {
        for (int i = 0; i < ENDING_STEPS && Processes.isAlive(jvm.pid()); i++) {
            Thread.sleep(STEP_MILLIS);
        }
        return !Processes.isAlive(jvm.pid());
    }

    /** The JVM has ended. */
    UnreachableException died() {
        return new UnreachableException(
                jvm
                        + " ended before its dump was complete, and nothing is left of that: see"
                        + " list for those that run");
    }

    private UnreachableException stuck(long millis) {
        return new UnreachableException(
                jvm
                        + " has written nothing for "
                        + millis / 1000
                        + " s, and its dump was given up: wait longer with"
                        + " -Dtlsleak.attach.timeout=SECONDS before -jar (a dump has "
                        + PATIENCE
                        + " times that)");
    }
}
