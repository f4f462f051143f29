package io.github.tlsleak.bench.load;

import io.github.tlsleak.apps.support.Stacks;
import java.io.IOException;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

/**
 * {@code LOG SITES}: drops sessions, each of another site. Prints the milliseconds from the
 * collection to the line in the log: for the first session, and the longest of the others.
 */
public final class LeakToLog {
    /** On a machine with much other work a thread waits for seconds. */
    private static final long PATIENCE_NANOS = 120_000_000_000L;

    private static final int DEPTH = 30;

    private LeakToLog() {}

    public static void main(String[] args) throws Exception {
        Path log = Paths.get(args[0]);
        double longest = 0;
        for (int i = 0; i < Integer.parseInt(args[1]); i++) {
            double millis = leak(log, i);
            if (i == 0) {
                System.out.println("first " + millis);
            } else {
                longest = Math.max(longest, millis);
            }
        }
        System.out.println("longest " + longest);
    }

    private static double leak(Path log, int way) throws IOException, InterruptedException {
        ReferenceQueue<Object> queue = new ReferenceQueue<>();
        long before = size(log);
        WeakReference<Object> engine =
                new WeakReference<>(
                        Stacks.deeper(DEPTH, way, FakeEngine::new).established(), queue);
        System.gc();
        while (queue.remove(1000) != engine) {
            System.gc();
        }
        long start = System.nanoTime();
        while (size(log) == before) {
            Thread.sleep(0, 200_000);
            if (System.nanoTime() - start > PATIENCE_NANOS) {
                throw new IllegalStateException("nothing in the log: is there an agent?");
            }
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }
}
