package io.github.tlsleak.apps.hard;

import io.github.tlsleak.apps.support.Stage;
import javax.net.ssl.SSLContext;

/**
 * A class of JSSE is loaded while the heap has only as many free bytes as the first argument says.
 * Then memory is free again. Ten engines are closed in order, and one more is dropped.
 */
public final class NoMemoryAtLoad {

    static Object[] hog;

    private NoMemoryAtLoad() {}

    public static void main(String[] args) throws Exception {
        SSLContext context = Engines.context();
        Class.forName("javax.net.ssl.SSLEngine");
        byte[] spare = new byte[Integer.parseInt(args[0])];
        fill();
        spare = null;
        String outcome = load(args[1]);
        hog = null;
        System.out.println(outcome);
        Engines.closed(context, 5);
        Stage.sleep(500);
        Engines.closed(context, 5);
        Stage.awaitCollected(Engines.dropped(context, 1));
        Stage.done();
    }

    private static String load(String name) {
        try {
            Class.forName(name);
            return "LOADED";
        } catch (Throwable t) {
            return "NOT LOADED";
        }
    }

    static void fill() {
        hog = new Object[400_000];
        int n = 0;
        for (int size = 1 << 20; size >= 16; ) {
            try {
                hog[n] = new byte[size];
                n++;
            } catch (OutOfMemoryError e) {
                size >>= 1;
            }
        }
    }
}
