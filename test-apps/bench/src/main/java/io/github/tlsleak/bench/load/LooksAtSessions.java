package io.github.tlsleak.bench.load;

import io.github.tlsleak.apps.support.Stacks;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * {@code SESSIONS SITES LOOKS}: keeps that many established sessions alive while the agent looks at
 * them so many times. Prints the CPU seconds of each look as {@code look}, the median one last.
 */
public final class LooksAtSessions {
    private static final int DEPTH = 30;
    private static final int SAMPLE_MILLIS = 10;

    /** After so many samples without work a look is over. */
    private static final int QUIET = 10;

    /** Less than that is the agent's other work. */
    private static final long LEAST_NANOS = 1_000_000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private LooksAtSessions() {}

    public static void main(String[] args) throws InterruptedException {
        int sites = Integer.parseInt(args[1]);
        FakeEngine[] live = new FakeEngine[Integer.parseInt(args[0])];
        for (int i = 0; i < live.length; i++) {
            live[i] = Stacks.deeper(DEPTH, i % sites, FakeEngine::new).established();
        }
        long agent = agent();
        nextLook(agent);
        List<Double> looks = new ArrayList<>();
        while (looks.size() < Integer.parseInt(args[2])) {
            looks.add(nextLook(agent) / 1e9);
            System.out.println("look " + looks.get(looks.size() - 1));
        }
        Collections.sort(looks);
        System.out.println("look " + looks.get(looks.size() / 2));
        for (FakeEngine engine : live) {
            engine.end();
        }
    }

    /** The thread that looks. */
    private static long agent() {
        for (long id : THREADS.getAllThreadIds()) {
            if (THREADS.getThreadInfo(id).getThreadName().startsWith("tlsleak")) {
                return id;
            }
        }
        throw new IllegalStateException("no thread of the agent");
    }

    /** Waits for a look of a thread from its begin to its end. Returns its CPU time. */
    private static long nextLook(long thread) throws InterruptedException {
        long spent = 0;
        int quiet = 0;
        while (spent == 0 || quiet < QUIET) {
            long before = THREADS.getThreadCpuTime(thread);
            Thread.sleep(SAMPLE_MILLIS);
            long used = THREADS.getThreadCpuTime(thread) - before;
            boolean works = used >= LEAST_NANOS;
            quiet = works ? 0 : quiet + 1;
            spent += works ? used : 0;
        }
        return spent;
    }
}
