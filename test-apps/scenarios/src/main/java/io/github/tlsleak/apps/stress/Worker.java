package io.github.tlsleak.apps.stress;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * A thread that plays sessions in turn. It draws them with a seed of its own. It remembers for each
 * session whether all went well. It allocates nothing for that, because there may be no memory. The
 * thread itself plays; others ask it between two phases.
 */
final class Worker {
    private static final int MOST = 1 << 16;
    private static final int DEEPEST = 150;
    private static final int SELDOM = 8;

    private final int thread;
    private final SplittableRandom random;
    private final Player player;
    private final Depth depth = new Depth();
    private final Way[] ways = new Way[MOST];
    private final boolean[] troubled = new boolean[MOST];
    private final AtomicLongArray position = new AtomicLongArray(2);
    private volatile Throwable trouble;

    Worker(int thread, long seed, Player player) {
        this.thread = thread;
        this.random = new SplittableRandom(seed + thread);
        this.player = player;
    }

    /**
     * Plays until that time, and at least once. If deep is set, it plays at random depths of the
     * stack.
     */
    void playUntil(long end, boolean deep) {
        Player.Runner shallow = Depth.Step::run;
        player.through(deep ? this::seldomDeep : shallow, deep ? this::deep : shallow);
        int number = (int) position.get(0);
        do {
            ways[number] = Way.drawn(random);
            play(number);
            number++;
            position.set(0, number);
        } while (System.nanoTime() - end < 0 && number < MOST);
        player.forget();
    }

    /** Plays one session of each way. These sessions are not recorded. */
    void warmUp() {
        for (Way way : Way.values()) {
            int number = (int) position.getAndIncrement(0);
            ways[number] = way;
            play(number);
        }
        player.forget();
        take();
    }

    private void play(int number) {
        try {
            player.play(ways[number], thread, number);
        } catch (Throwable e) {
            // the program goes on after any failure, even without memory or stack
            troubled[number] = true;
            trouble = e;
        }
    }

    /**
     * Opens a session. That takes far more stack than closing it, and fails nearly always near the
     * end of the stack.
     */
    private void seldomDeep(Depth.Step step) throws Exception {
        if (random.nextInt(SELDOM) == 0) {
            deep(step);
        } else {
            step.run();
        }
    }

    private void deep(Depth.Step step) throws Exception {
        depth.run(step, random.nextInt(DEEPEST));
    }

    /** The last failure, if there was one. */
    Throwable trouble() {
        return trouble;
    }

    /**
     * The names of the sessions since the last call. An exclamation mark follows the name of one
     * that failed.
     */
    List<String> take() {
        List<String> played = new ArrayList<>();
        int end = (int) position.get(0);
        for (int i = (int) position.get(1); i < end; i++) {
            played.add(ways[i].nameOf(thread, i) + (troubled[i] ? "!" : ""));
        }
        position.set(1, end);
        trouble = null;
        return played;
    }
}
