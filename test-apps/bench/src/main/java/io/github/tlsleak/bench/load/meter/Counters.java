package io.github.tlsleak.bench.load.meter;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Paths;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the process has used since its start: {@code cpu} of all threads and each {@link ThreadKind}
 * in nanoseconds, {@code allocated} in bytes. A number that this system or JVM does not count is
 * absent. Not thread-safe.
 */
final class Counters {
    private static final int PAUSE_MILLIS = 200;
    private static final int QUIET = 4;
    private static final int MOST_PAUSES = 300;

    /** Less compiling than that in a pause is the end of it. */
    private static final double LEAST_NANOS = 2e6;

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final ThreadTimes threads = new ThreadTimes(Paths.get("/proc/self/task"));
    private final AllocatedBytes allocated = new AllocatedBytes();

    /** The CPU time of the process in nanoseconds. The system counts it in steps of 10 ms. */
    static long processNanos() {
        return SYSTEM.getProcessCpuTime();
    }

    Map<String, Double> read() {
        Map<String, Double> numbers = new LinkedHashMap<>();
        double sum = 0;
        for (Map.Entry<ThreadKind, Long> kind : threads.read().entrySet()) {
            numbers.put(kind.getKey().number(), (double) kind.getValue());
            sum += kind.getValue();
        }
        // the sum of threads is exact to the nanosecond, the process's own number is not
        numbers.put("cpu", sum > 0 ? sum : processNanos());
        long bytes = allocated.read();
        if (bytes >= 0) {
            numbers.put("allocated", (double) bytes);
        }
        return numbers;
    }

    /** Waits until the JIT compilers have worked off what waits for them, a minute at most. */
    void awaitCompilers() throws InterruptedException {
        int quiet = 0;
        double before = compilers();
        for (int i = 0; i < MOST_PAUSES && quiet < QUIET; i++) {
            Thread.sleep(PAUSE_MILLIS);
            double now = compilers();
            quiet = now - before < LEAST_NANOS ? quiet + 1 : 0;
            before = now;
        }
    }

    private double compilers() {
        Map<ThreadKind, Long> times = threads.read();
        return times.getOrDefault(ThreadKind.C1, 0L) + times.getOrDefault(ThreadKind.C2, 0L);
    }
}
