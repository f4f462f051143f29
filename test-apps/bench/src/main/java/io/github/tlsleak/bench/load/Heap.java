package io.github.tlsleak.bench.load;

import java.lang.management.ManagementFactory;

/** The heap in use once nothing more can be collected. */
final class Heap {
    private static final int ROUNDS = 40;

    private Heap() {}

    /** In MB, of a million bytes. */
    static double settled() throws InterruptedException {
        double least = Double.MAX_VALUE;
        // an agent's references pass through queues: collect until the number no longer changes
        for (int same = 0, i = 0; same < 5 && i < ROUNDS; i++) {
            System.gc();
            Thread.sleep(100);
            double used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
            same = used < least - 0.02 ? 0 : same + 1;
            least = Math.min(least, used);
        }
        return least;
    }
}
