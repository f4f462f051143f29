package io.github.tlsleak.bench.load;

import io.github.tlsleak.apps.support.Stacks;

/**
 * {@code SESSIONS SITES}: opens and closes that many sessions. Prints the heap before and after, in
 * MB.
 */
public final class ChurnedSessions {
    private static final int DEPTH = 20;
    private static final int FIRST = 20_000;

    private ChurnedSessions() {}

    public static void main(String[] args) throws InterruptedException {
        int sites = Integer.parseInt(args[1]);
        // after this, one table may have grown, and every class is loaded
        churn(FIRST, Math.min(sites, 100));
        double before = Heap.settled();
        churn(Integer.parseInt(args[0]), sites);
        System.out.println("before " + before);
        System.out.println("after " + Heap.settled());
    }

    private static void churn(int sessions, int sites) {
        for (int i = 0; i < sessions; i++) {
            Stacks.deeper(DEPTH, i % sites, FakeEngine::new).established().end();
        }
    }
}
