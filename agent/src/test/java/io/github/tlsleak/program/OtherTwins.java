package io.github.tlsleak.program;

import java.util.function.Supplier;

/** Methods alike to the byte, but for their names. */
public final class OtherTwins {

    private OtherTwins() {}

    /** Calls something. */
    public static <T> T left(Supplier<T> action) {
        return action.get();
    }

    /** Calls something. */
    public static <T> T right(Supplier<T> action) {
        return action.get();
    }
}
