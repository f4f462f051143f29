package io.github.tlsleak.apps.faults;

import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLEngine;

/**
 * The methods of engines are called while the heap has a few free bytes: none at first, then more
 * and more. The engine itself allocates nothing in them, so no error may come out of them.
 * Arguments: the largest number of free bytes, and the step between two numbers.
 */
public final class EndOfHeap {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final ByteBuffer[] NO_BUFFERS = {};

    private static Object[] hog;
    private static int harmed;

    private EndOfHeap() {}

    public static void main(String[] args) throws Exception {
        dropUntilRead("before");
        Thread.currentThread().setName("healthy full");
        List<WeakReference<SSLEngine>> made = new ArrayList<>();
        int most = Integer.parseInt(args[0]);
        for (int free = 0; free <= most; free += Integer.parseInt(args[1])) {
            ShortEngine engine = new ShortEngine();
            made.add(new WeakReference<>(engine));
            life(engine, free);
        }
        System.out.println("HARMED " + harmed);
        Stage.awaitCollected(made.toArray(new WeakReference<?>[0]));
        dropUntilRead("after");
        Stage.done();
    }

    /** Drops engines on a thread of that name until a line is read. */
    static void dropUntilRead(String name) throws IOException {
        Thread.currentThread().setName(name);
        while (System.in.available() == 0) {
            Stage.awaitCollected(dropped());
        }
        while (System.in.read() != '\n') {
            continue;
        }
    }

    private static WeakReference<SSLEngine> dropped() {
        ShortEngine engine = new ShortEngine();
        engine.wrap(NO_BUFFERS, 0, 0, NOTHING);
        return new WeakReference<>(engine);
    }

    private static void life(ShortEngine engine, int free) {
        byte[] spare = new byte[free];
        fill();
        spare = null;
        try {
            engine.wrap(NO_BUFFERS, 0, 0, NOTHING);
            engine.closeOutbound();
            engine.wrap(NO_BUFFERS, 0, 0, NOTHING);
        } catch (OutOfMemoryError e) {
            harmed++;
        }
        hog = null;
    }

    private static void fill() {
        hog = new Object[400_000];
        int n = 0;
        for (int size = 1 << 20; size >= 16; ) {
            try {
                hog[n] = new byte[size];
                n++;
            } catch (OutOfMemoryError e) {
                // each one costs two collections
                size >>= 4;
            }
        }
    }
}
