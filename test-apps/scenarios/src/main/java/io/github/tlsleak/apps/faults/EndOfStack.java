package io.github.tlsleak.apps.faults;

import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLEngine;

/**
 * The methods of engines are called at every distance from the end of the stack: making one, its
 * handshake, both closes, the last wrap. The stack overflows at every point of the hooks. The
 * bodies of the engine need less stack than the hooks, so that no error may come out of them once
 * they have begun. The argument is the size of the stack in kilobytes.
 *
 * <p>Prints {@code HARMED} if an error of a hook reaches the program.
 */
public final class EndOfStack {

    private static final int FARTHEST = 160;
    private static final int MOST_ROUNDS = 20;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final ByteBuffer[] NO_BUFFERS = {};

    private static int depth;
    private static int overflows;

    private final List<WeakReference<SSLEngine>> made = new ArrayList<>();
    private ShortEngine engine;

    private EndOfStack() {}

    public static void main(String[] args) throws Exception {
        EndOfHeap.dropUntilRead("before");
        EndOfStack program = new EndOfStack();
        long size = Long.parseLong(args[0]) * 1024;
        Thread thread = new Thread(null, program::rounds, "healthy deep", size);
        thread.start();
        thread.join();
        System.out.println("OVERFLOWS " + (overflows > 0));
        Stage.awaitCollected(program.made.toArray(new WeakReference<?>[0]));
        EndOfHeap.dropUntilRead("after");
        Stage.done();
    }

    private void rounds() {
        Runnable[] steps = {this::make, this::handshake, this::closeOutbound, this::flush};
        for (int round = 0; round < MOST_ROUNDS && overflows < steps.length; round++) {
            try {
                measure(0);
            } catch (StackOverflowError e) {
                // this tells how deep the stack is
            }
            int deepest = depth;
            for (int i = 0; i < steps.length; i++) {
                for (int distance = 1; distance < FARTHEST; distance++) {
                    life(steps, i, deepest - distance);
                }
            }
        }
        engine = null;
    }

    /** One engine from its making to its close; one of the steps is deep. */
    private void life(Runnable[] steps, int deep, int frames) {
        engine = null;
        for (int i = 0; i < steps.length; i++) {
            if (i == deep) {
                deep(steps[i], frames);
            }
            // once more: it may not have been done at all
            steps[i].run();
        }
        made.add(new WeakReference<>(engine));
    }

    private static void deep(Runnable step, int frames) {
        ShortEngine.inside = false;
        try {
            descend(frames, step);
        } catch (StackOverflowError e) {
            overflows++;
            if (ShortEngine.inside || isOfHook(e)) {
                System.out.println("HARMED " + Arrays.asList(e.getStackTrace()).subList(0, 5));
            }
        }
    }

    /** An error that begins in a hook must end there. */
    private static boolean isOfHook(StackOverflowError e) {
        StackTraceElement[] stack = e.getStackTrace();
        return stack.length > 0
                && (stack[0].getClassName().contains("TlsLeak")
                        || stack[0].getClassName().contains(".tlsleak.agent."));
    }

    private void make() {
        if (engine == null) {
            engine = new ShortEngine();
        }
    }

    private void handshake() {
        engine.wrap(NO_BUFFERS, 0, 0, NOTHING);
    }

    private void closeOutbound() {
        engine.closeOutbound();
    }

    private void flush() {
        engine.wrap(NO_BUFFERS, 0, 0, NOTHING);
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int measure(int d) {
        depth = d;
        return measure(d + 1) + 1;
    }

    private static void descend(int d, Runnable step) {
        if (d <= 0) {
            step.run();
            return;
        }
        descend(d - 1, step);
    }
}
