package io.github.tlsleak.apps.support;

import java.util.function.Supplier;

/**
 * Runs code at a given depth of the stack, on one of many different stacks. They differ in the
 * order of their methods, for a site is named by classes and methods, each counted once.
 */
public final class Stacks {
    private static final int METHODS = 8;

    /** Frames of a route: two a method, and the one that ends it. */
    private static final int ROUTE = 2 * METHODS + 1;

    private Stacks() {}

    /** The number of frames from the thread's first to the caller. */
    public static int depth() {
        return new Throwable().getStackTrace().length - 1;
    }

    /**
     * Runs code deeper.
     *
     * @param frames how much deeper; from 1
     * @param way which stack: each number from 0 to 40 319 gives another one, from 19 frames on
     * @param code what to run
     * @return what it returns
     */
    public static <T> T deeper(int frames, int way, Supplier<T> code) {
        return frames <= 1 ? code.get() : straight(frames - 1, route(way), code);
    }

    private static <T> T straight(int frames, int route, Supplier<T> code) {
        if (frames <= 1) {
            return code.get();
        }
        return frames > ROUTE + 1
                ? straight(frames - 1, route, code)
                : next(frames - 1, route, code);
    }

    /** The methods in the order of that number, the first one in the lowest four bits. */
    private static int route(int way) {
        int left = 0x76543210;
        int route = 0;
        for (int i = 0, rest = way; i < METHODS; i++) {
            int choices = METHODS - i;
            int at = 4 * (rest % choices);
            rest /= choices;
            route |= (left >>> at & 15) << 4 * i;
            // closes the gap: what is above moves down
            int below = (1 << at) - 1;
            left = left & below | left >>> 4 & ~below;
        }
        return route;
    }

    private static <T> T next(int frames, int route, Supplier<T> code) {
        if (frames <= 1) {
            return code.get();
        }
        switch (route & 15) {
            case 0:
                return a(frames - 1, route >>> 4, code);
            case 1:
                return b(frames - 1, route >>> 4, code);
            case 2:
                return c(frames - 1, route >>> 4, code);
            case 3:
                return d(frames - 1, route >>> 4, code);
            case 4:
                return e(frames - 1, route >>> 4, code);
            case 5:
                return f(frames - 1, route >>> 4, code);
            case 6:
                return g(frames - 1, route >>> 4, code);
            default:
                return h(frames - 1, route >>> 4, code);
        }
    }

    private static <T> T a(int frames, int route, Supplier<T> code) {
        return frames <= 1 ? code.get() : next(frames - 1, route, code);
    }

    private static <T> T b(int frames, int route, Supplier<T> code) {
        return frames <= 1 ? code.get() : next(frames - 1, route, code);
    }

    private static <T> T c(int frames, int route, Supplier<T> code) {
        return frames <= 1 ? code.get() : next(frames - 1, route, code);
    }

    private static <T> T d(int frames, int route, Supplier<T> code) {
        return frames <= 1 ? code.get() : next(frames - 1, route, code);
    }

    private static <T> T e(int frames, int route, Supplier<T> code) {
        return frames <= 1 ? code.get() : next(frames - 1, route, code);
    }

    private static <T> T f(int frames, int route, Supplier<T> code) {
        return frames <= 1 ? code.get() : next(frames - 1, route, code);
    }

    private static <T> T g(int frames, int route, Supplier<T> code) {
        return frames <= 1 ? code.get() : next(frames - 1, route, code);
    }

    private static <T> T h(int frames, int route, Supplier<T> code) {
        return frames <= 1 ? code.get() : next(frames - 1, route, code);
    }
}
