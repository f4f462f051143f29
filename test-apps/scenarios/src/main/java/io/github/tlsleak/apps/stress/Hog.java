package io.github.tlsleak.apps.stress;

import io.github.tlsleak.apps.support.Stage;
import java.util.ArrayList;
import java.util.List;

/** Takes the whole heap for a moment and gives it back, again and again. Used by one thread. */
final class Hog {
    private static final int[] SIZES = {1 << 20, 1 << 16, 1 << 12, 1 << 8};
    private static final int HELD_MILLIS = 200;
    private static final int FREE_MILLIS = 300;

    private final List<byte[]> held = new ArrayList<>(1 << 18);

    private volatile int times;

    /** How often it took the whole heap. */
    int times() {
        return times;
    }

    void run(long end) {
        times = 0;
        while (System.nanoTime() - end < 0) {
            for (int size : SIZES) {
                fill(size);
            }
            Stage.sleep(HELD_MILLIS);
            times = times + 1;
            held.clear();
            Stage.sleep(FREE_MILLIS);
        }
    }

    private void fill(int size) {
        try {
            while (held.size() < 1 << 18) {
                held.add(new byte[size]);
            }
        } catch (OutOfMemoryError e) {
            // it runs out of memory on purpose
        }
    }
}
