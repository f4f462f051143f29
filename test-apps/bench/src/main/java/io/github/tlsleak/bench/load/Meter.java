package io.github.tlsleak.bench.load;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * Measures an operation in steady state, after a warm-up. Prints nanoseconds an operation: {@code
 * cpu} of the whole process, and {@code elapsed}, the median of some windows.
 *
 * <p>With {@code -Dbench.turns=true} it measures when told to. It prints {@code ready}. For each
 * line of input it measures one window and prints both numbers. It ends with its input.
 */
public final class Meter {
    private static final int WINDOWS = 7;
    private static final int PATIENCE = 5;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** The operation that is measured. */
    public interface Op {
        /** Does the operation once or several times. Returns how often. */
        long run() throws Exception;
    }

    private final Op op;
    private long done;

    private Meter(Op op) {
        this.op = op;
    }

    /**
     * Measures and prints.
     *
     * @param warmup milliseconds
     * @param measure milliseconds
     * @param op the operation
     */
    public static void run(String warmup, String measure, Op op) throws Exception {
        Meter meter = new Meter(op);
        meter.window(Long.parseLong(warmup));
        meter.done = 0;
        long window = Long.parseLong(measure) / WINDOWS;
        if (Boolean.getBoolean("bench.turns")) {
            meter.inTurns(window);
        } else {
            meter.all(window);
        }
    }

    /**
     * The CPU time of the process while the other JVMs have their turn counts too: the process
     * itself uses it.
     */
    private void inTurns(long millis) throws Exception {
        System.out.println("ready");
        long spent = SYSTEM.getProcessCpuTime();
        while (System.in.read() >= 0) {
            long before = done;
            double elapsed = window(millis);
            long now = SYSTEM.getProcessCpuTime();
            print((double) (now - spent) / (done - before), elapsed);
            spent = now;
        }
    }

    private void all(long millis) throws Exception {
        double[] elapsed = new double[WINDOWS];
        long spent = SYSTEM.getProcessCpuTime();
        for (int i = 0; i < WINDOWS; i++) {
            elapsed[i] = window(millis);
        }
        // over all windows, because the operating system counts CPU time in steps of 10 ms
        double cpu = SYSTEM.getProcessCpuTime() - spent;
        Arrays.sort(elapsed);
        print(cpu / done, elapsed[WINDOWS / 2]);
    }

    private static void print(double cpu, double elapsed) {
        System.out.println("cpu " + cpu);
        System.out.println("elapsed " + elapsed);
    }

    private double window(long millis) throws Exception {
        long start = System.nanoTime();
        long spent = SYSTEM.getProcessCpuTime();
        long before = done;
        long now = start;
        while (isShort(now - start, millis * 1_000_000, spent)) {
            done += op.run();
            now = System.nanoTime();
        }
        return (double) (now - start) / (done - before);
    }

    /**
     * Whether a window has had too little time or too little CPU time. A busy machine gives CPU
     * time more slowly.
     */
    private static boolean isShort(long elapsed, long wanted, long spent) {
        return elapsed < wanted
                || (elapsed < PATIENCE * wanted && SYSTEM.getProcessCpuTime() - spent < wanted);
    }
}
