package io.github.tlsleak.bench.jmh;

import io.github.tlsleak.apps.support.Stacks;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Runs benchmarks at a depth of the stack that counts JMH's own frames. */
@State(Scope.Thread)
public class Depth {

    /** The number of frames from the thread's first to the one that creates an object. */
    @Param("60")
    public int depth;

    private int missing;

    /** Runs code at that depth. */
    <T> T run(Supplier<T> code) {
        if (missing == 0) {
            missing = Math.max(1, depth - Stacks.depth());
        }
        return Stacks.deeper(missing, 0, code);
    }
}
