package io.github.tlsleak.apps.stress;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * A thread that plays sessions in turn, drawn with a seed of its own. It knows of each whether it
 * went as it should: nothing is allocated for that, for there may be no memory. Played by its
 * thread, asked by others between two phases.
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

    /** Plays until then, once at least; at random depths of the stack if it is to be deep. */
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

    /** Plays one session of each way, which nobody hears of. */
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
            // whatever it was, memory and stack too: the program goes on
            troubled[number] = true;
            trouble = e;
        }
    }

    /** What opens a session takes far more stack than what closes it, and fails nearly always. */
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

    /** The last thing that went wrong, if any did. */
    Throwable trouble() {
        return trouble;
    }

    /** What was played since the last call: names, with an exclamation mark where it went wrong. */
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
