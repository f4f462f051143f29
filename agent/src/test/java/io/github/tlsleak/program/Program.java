package io.github.tlsleak.program;

import java.util.function.Supplier;

/** A program under test: its frames are nobody's but the application's. */
public final class Program {

    private Program() {}

    /** Calls something with this class on the stack. */
    public static <T> T call(Supplier<T> action) {
        return action.get();
    }

    /** Calls something with so many more frames of this class on the stack. */
    public static <T> T deep(int frames, Supplier<T> action) {
        return frames == 0 ? action.get() : deep(frames - 1, action);
    }
}
