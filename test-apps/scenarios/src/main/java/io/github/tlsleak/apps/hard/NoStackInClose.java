package io.github.tlsleak.apps.hard;

import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * Engines are closed at every distance from the end of the stack. Some calls do their work although
 * the hooks have no room for theirs. In the end all engines are closed in order, on the same thread
 * with an empty stack. The thread lives on and must hold no engine. Then one engine is dropped.
 */
public final class NoStackInClose {

    private static final int NEAREST = 1;
    private static final int FARTHEST = 120;

    /** A round overflows nowhere if the code is compiled after the stack was measured. */
    private static final int MOST_ROUNDS = 20;

    private static int depth;
    private static int overflows;
    private static int done;

    private NoStackInClose() {}

    public static void main(String[] args) throws Exception {
        List<WeakReference<TinyEngine>> closed = new ArrayList<>();
        Thread thread =
                new Thread(null, () -> each(closed), "deep", Long.parseLong(args[0]) * 1024);
        thread.setDaemon(true);
        thread.start();
        synchronized (closed) {
            while (done == 0) {
                closed.wait();
            }
        }
        System.out.println("OVERFLOWS " + (overflows > 0));
        Stage.awaitCollected(closed.toArray(new WeakReference<?>[0]));
        System.out.println("NONE HELD");
        Stage.awaitCollected(new WeakReference<>(TinyEngine.established()));
        Stage.done();
    }

    private static void each(List<WeakReference<TinyEngine>> closed) {
        for (int i = 0; i < MOST_ROUNDS && overflows == 0; i++) {
            round(closed);
        }
        synchronized (closed) {
            done = 1;
            closed.notifyAll();
        }
        Stage.sleep(600_000);
    }

    private static void round(List<WeakReference<TinyEngine>> closed) {
        try {
            measure(0);
        } catch (StackOverflowError e) {
            // the stack overflow is what this program tests
        }
        int deepest = depth;
        for (int distance = NEAREST; distance < FARTHEST; distance++) {
            TinyEngine engine = TinyEngine.established();
            try {
                descend(deepest - distance, engine);
            } catch (StackOverflowError e) {
                overflows++;
            }
            engine.closeOutbound();
            engine.flush();
            closed.add(new WeakReference<>(engine));
        }
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int measure(int d) {
        depth = d;
        return measure(d + 1) + 1;
    }

    private static void descend(int d, TinyEngine engine) {
        if (d <= 0) {
            engine.closeOutbound();
            engine.flush();
            return;
        }
        descend(d - 1, engine);
    }
}
