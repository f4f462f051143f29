package io.github.tlsleak.bench.load.meter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * The CPU time of a process by kind of thread, in nanoseconds, as Linux accounts it in {@code
 * /proc}. The time of a thread that has ended stays in the sums as it was last read. Not
 * thread-safe.
 */
final class ThreadTimes {
    private static final int MILLIS = 1_000_000;

    private final Path tasks;
    private final Map<String, Task> seen = new HashMap<>();
    private final EnumMap<ThreadKind, Long> ended = new EnumMap<>(ThreadKind.class);

    /** A thread when it was last read. */
    private static final class Task {
        final ThreadKind kind;
        final long nanos;

        Task(ThreadKind kind, long nanos) {
            this.kind = kind;
            this.nanos = nanos;
        }
    }

    /**
     * @param tasks {@code /proc/self/task}, or a directory like it
     */
    ThreadTimes(Path tasks) {
        this.tasks = tasks;
    }

    /**
     * Reads the sums since the start of the process. Empty where the system does not account them,
     * or the JVM does not name its threads for the system.
     */
    Map<ThreadKind, Long> read() {
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(tasks)) {
            for (Path task : directories) {
                read(task);
            }
        } catch (IOException e) {
            return Collections.emptyMap();
        }
        EnumMap<ThreadKind, Long> sums = new EnumMap<>(ThreadKind.class);
        for (ThreadKind kind : ThreadKind.values()) {
            sums.put(kind, ended.getOrDefault(kind, 0L));
        }
        boolean named = false;
        for (Task task : seen.values()) {
            named |= task.kind == ThreadKind.COLLECTOR;
            sums.merge(task.kind, task.nanos, Long::sum);
        }
        return named ? sums : Collections.emptyMap();
    }

    private void read(Path task) throws IOException {
        ThreadKind kind;
        long nanos;
        try {
            kind = ThreadKind.of(text(task.resolve("comm")));
            nanos = Long.parseLong(text(task.resolve("schedstat")).split(" ")[0]);
        } catch (IOException e) {
            if (Files.exists(task)) {
                throw e;
            }
            // the thread has ended meanwhile: what was read of it before stays
            return;
        }
        Task before = seen.put(task.getFileName().toString(), new Task(kind, nanos));
        if (before != null && before.nanos > nanos + MILLIS) {
            // another thread has got the number of one that ended
            ended.merge(before.kind, before.nanos, Long::sum);
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).trim();
    }
}
