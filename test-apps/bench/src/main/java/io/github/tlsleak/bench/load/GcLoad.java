package io.github.tlsleak.bench.load;

import io.github.tlsleak.apps.support.Stacks;

/**
 * {@code LIVE MEGABYTES}: keeps that many sessions alive and replaces some of them while it makes
 * that much garbage. The JVM writes its own log of collections.
 */
public final class GcLoad {
    private static final int DEPTH = 30;
    private static final int PIECE = 1000;
    private static final int PIECES_A_SESSION = 50;

    /** Visible to all threads, so that nothing is optimised away. */
    static volatile byte[] last;

    private GcLoad() {}

    public static void main(String[] args) {
        FakeEngine[] live = new FakeEngine[Integer.parseInt(args[0])];
        for (int i = 0; i < live.length; i++) {
            live[i] = open(i);
        }
        System.gc();
        long pieces = Long.parseLong(args[1]) * 1_000_000 / PIECE;
        for (long i = 0; i < pieces; i++) {
            last = new byte[PIECE];
            if (i % PIECES_A_SESSION == 0) {
                int at = (int) (i * 7919 % live.length);
                live[at].end();
                live[at] = open((int) (i % 100));
            }
        }
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        // a collection after the end of main would find the sessions open and report leaks
        for (FakeEngine engine : live) {
            engine.end();
        }
        System.out.println("ended " + live.length);
    }

    private static FakeEngine open(int i) {
        return Stacks.deeper(DEPTH, i % 100, FakeEngine::new).established();
    }
}
