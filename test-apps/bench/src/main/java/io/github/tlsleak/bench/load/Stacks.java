package io.github.tlsleak.bench.load;

import java.util.function.Supplier;

/** Runs code at a given depth of the stack, on one of many different stacks. */
public final class Stacks {

    private Stacks() {}

    /** The number of frames from the thread's first to the caller. */
    public static int depth() {
        return new Throwable().getStackTrace().length - 1;
    }

    /**
     * Runs code deeper.
     *
     * @param frames how much deeper; from 1
     * @param way which stack: each number up to {@code 2^(frames - 2)} gives another one
     * @param code what to run
     * @return what it returns
     */
    public static <T> T deeper(int frames, int way, Supplier<T> code) {
        return frames <= 1 ? code.get() : left(frames - 1, way, code);
    }

    private static <T> T left(int frames, int way, Supplier<T> code) {
        if (frames <= 1) {
            return code.get();
        }
        return (way & 1) == 0
                ? left(frames - 1, way >>> 1, code)
                : right(frames - 1, way >>> 1, code);
    }

    private static <T> T right(int frames, int way, Supplier<T> code) {
        if (frames <= 1) {
            return code.get();
        }
        return (way & 1) == 0
                ? left(frames - 1, way >>> 1, code)
                : right(frames - 1, way >>> 1, code);
    }
}
