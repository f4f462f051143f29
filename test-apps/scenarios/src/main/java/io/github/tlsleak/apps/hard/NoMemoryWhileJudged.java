package io.github.tlsleak.apps.hard;

import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/**
 * Ten engines are dropped. The garbage collector finds them while the heap is full for three
 * seconds. Then memory is free again, and all ten must be reported.
 */
public final class NoMemoryWhileJudged {

    private static final long FULL_NANOS = 3_000_000_000L;

    private static final long RUN_MILLIS = 4_000;

    private NoMemoryWhileJudged() {}

    public static void main(String[] args) throws Exception {
        SSLContext context = Engines.context();
        Engines.closed(context, 1);
        // like a program that has run for a while: it has already loaded the classes that report a
        // leak
        Stage.sleep(RUN_MILLIS);
        WeakReference<SSLEngine> last = Engines.dropped(context, 10);
        long end = System.nanoTime() + FULL_NANOS;
        int errors = 0;
        NoMemoryAtLoad.fill();
        while (System.nanoTime() < end || errors == 0 || last.get() != null) {
            errors += one();
        }
        NoMemoryAtLoad.hog = null;
        System.out.println("FULL " + (errors > 0));
        Stage.done();
    }

    /** Takes the memory that has become free. */
    private static int one() {
        try {
            Object[] more = new Object[2];
            more[0] = NoMemoryAtLoad.hog;
            more[1] = new byte[64];
            NoMemoryAtLoad.hog = more;
            return 0;
        } catch (OutOfMemoryError e) {
            return 1;
        }
    }
}
