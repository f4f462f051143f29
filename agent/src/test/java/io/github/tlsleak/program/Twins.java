package io.github.tlsleak.program;

import java.util.function.Supplier;

/** Methods alike to the byte, but for their names. */
public final class Twins {

    private Twins() {}

    /** Calls something. */
    public static <T> T left(Supplier<T> action) {
        return action.get();
    }

    /** Calls something. */
    public static <T> T right(Supplier<T> action) {
        return action.get();
    }
}
