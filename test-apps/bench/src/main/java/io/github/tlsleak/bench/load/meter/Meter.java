package io.github.tlsleak.bench.load.meter;

import java.util.Arrays;
import java.util.Map;

/**
 * Measures an operation in one of three ways.
 *
 * <ul>
 *   <li>In steady state, after a warm-up. Prints nanoseconds an operation: {@code cpu} of the whole
 *       process, and {@code elapsed}, the median of some windows.
 *   <li>With {@code -Dbench.turns=true} when told to. It prints {@code ready}. For each line of
 *       input it measures one window and prints {@code operations}, {@code elapsed} of that window,
 *       and what {@link Counters} counted since the last one, then {@code turn}. It ends with its
 *       input.
 *   <li>With {@code -Dbench.cold=N} from a cold start: that many operations. When the compilers are
 *       idle it prints what {@link Counters} counted since the start of the JVM.
 * </ul>
 */
public final class Meter {
    private static final int WINDOWS = 7;
    private static final int PATIENCE = 5;

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
        long cold = Long.getLong("bench.cold", 0);
        if (cold > 0) {
            meter.cold(cold);
            return;
        }
        meter.window(Long.parseLong(warmup));
        meter.done = 0;
        long window = Long.parseLong(measure) / WINDOWS;
        if (Boolean.getBoolean("bench.turns")) {
            meter.inTurns(window);
        } else {
            meter.all(window);
        }
    }

    private void cold(long operations) throws Exception {
        Counters counters = new Counters();
        while (done < operations) {
            done += op.run();
        }
        counters.awaitCompilers();
        counters.read().forEach(Meter::print);
    }

    /**
     * The CPU time of the process while the other JVMs have their turn counts too: the process
     * itself uses it.
     */
    private void inTurns(long millis) throws Exception {
        Counters counters = new Counters();
        Map<String, Double> last = counters.read();
        System.out.println("ready");
        while (System.in.read() >= 0) {
            long before = done;
            double elapsed = window(millis);
            Map<String, Double> now = counters.read();
            print("operations", done - before);
            print("elapsed", elapsed);
            for (Map.Entry<String, Double> number : now.entrySet()) {
                print(number.getKey(), number.getValue() - last.get(number.getKey()));
            }
            System.out.println("turn");
            last = now;
        }
    }

    private void all(long millis) throws Exception {
        double[] elapsed = new double[WINDOWS];
        long spent = Counters.processNanos();
        for (int i = 0; i < WINDOWS; i++) {
            long before = done;
            elapsed[i] = window(millis) / (done - before);
        }
        // over all windows, because the operating system counts CPU time in steps of 10 ms
        double cpu = Counters.processNanos() - spent;
        Arrays.sort(elapsed);
        print("cpu", cpu / done);
        print("elapsed", elapsed[WINDOWS / 2]);
    }

    private static void print(String name, double number) {
        System.out.println(name + ' ' + number);
    }

    /** One window. Returns how long it was, in nanoseconds. */
    private double window(long millis) throws Exception {
        long start = System.nanoTime();
        long spent = Counters.processNanos();
        long now = start;
        while (isShort(now - start, millis * 1_000_000, spent)) {
            done += op.run();
            now = System.nanoTime();
        }
        return now - start;
    }

    /**
     * Whether a window has had too little time or too little CPU time. A busy machine gives CPU
     * time more slowly.
     */
    private static boolean isShort(long elapsed, long wanted, long spent) {
        return elapsed < wanted
                || (elapsed < PATIENCE * wanted && Counters.processNanos() - spent < wanted);
    }
}
