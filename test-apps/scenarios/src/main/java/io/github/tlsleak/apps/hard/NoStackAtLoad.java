package io.github.tlsleak.apps.hard;

import io.github.tlsleak.apps.support.Stage;
import javax.net.ssl.SSLContext;

/**
 * A class of JSSE is loaded near the end of the stack; the first argument is the number of frames
 * left. Then another thread closes ten engines in order, and one more is dropped.
 */
public final class NoStackAtLoad {

    private static int depth;
    private static String outcome;

    private NoStackAtLoad() {}

    public static void main(String[] args) throws Exception {
        SSLContext context = Engines.context();
        Class.forName("javax.net.ssl.SSLEngine");
        Thread thread = new Thread(null, () -> run(args), "deep", 512 * 1024);
        thread.start();
        thread.join();
        System.out.println(outcome);
        Engines.closed(context, 5);
        Stage.sleep(500);
        Engines.closed(context, 5);
        Stage.awaitCollected(Engines.dropped(context, 1));
        Stage.done();
    }

    private static void run(String[] args) {
        try {
            measure(0);
        } catch (StackOverflowError e) {
            outcome = "MEASURED";
        }
        try {
            descend(Math.max(0, depth - Integer.parseInt(args[0])), args[1]);
            outcome = "LOADED";
        } catch (Throwable t) {
            outcome = "NOT LOADED";
        }
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int measure(int d) {
        depth = d;
        return measure(d + 1) + 1;
    }

    private static void descend(int d, String name) throws ClassNotFoundException {
        if (d == 0) {
            Class.forName(name);
            return;
        }
        descend(d - 1, name);
    }
}
