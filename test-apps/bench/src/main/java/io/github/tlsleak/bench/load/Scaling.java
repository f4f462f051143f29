package io.github.tlsleak.bench.load;

import io.github.tlsleak.apps.support.Stacks;
import io.github.tlsleak.bench.load.meter.Meter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * {@code WARMUP MEASURE THREADS}: that many threads open and close sessions at once, at a depth of
 * 40 frames. Also prints how often they waited for a monitor, in a million sessions.
 */
public final class Scaling {
    private static final int BATCH = 16;
    private static final int DEPTH = 36;

    private static final AtomicLong DONE = new AtomicLong();

    private static volatile boolean over;

    private Scaling() {}

    public static void main(String[] args) throws Exception {
        int threads = Integer.parseInt(args[2]);
        Thread[] running = new Thread[threads];
        for (int i = 0; i < threads; i++) {
            running[i] = new Thread(Scaling::work, "session-" + i);
            running[i].setDaemon(true);
            running[i].start();
            if (i == 0) {
                // one thread alone does what is done once a class, so that no measured thread does
                // it;
                // and among many threads the compiler's thread gets a processor too seldom
                Thread.sleep(Long.parseLong(args[0]));
            }
        }
        long[] last = {0};
        Meter.run(
                args[0],
                args[1],
                () -> {
                    Thread.sleep(10);
                    long now = DONE.get();
                    long done = now - last[0];
                    last[0] = now;
                    return done;
                });
        System.out.println("blocked " + blocked(running) * 1e6 / DONE.get());
        // an agent sums up at the end and must not compete with the measured threads
        over = true;
        for (Thread thread : running) {
            thread.join();
        }
    }

    private static void work() {
        int way = (int) Thread.currentThread().getId();
        while (!over) {
            for (int i = 0; i < BATCH; i++) {
                FakeEngine engine = Stacks.deeper(DEPTH, way, FakeEngine::new);
                engine.established();
                engine.end();
            }
            DONE.addAndGet(BATCH);
        }
    }

    private static double blocked(Thread[] threads) {
        ThreadMXBean bean = ManagementFactory.getThreadMXBean();
        long blocked = 0;
        for (Thread thread : threads) {
            ThreadInfo info = bean.getThreadInfo(thread.getId());
            blocked += info.getBlockedCount() + info.getWaitedCount();
        }
        return blocked;
    }
}
