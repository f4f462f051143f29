package io.github.tlsleak.bench.jmh;

import io.github.tlsleak.bench.load.FakeEngine;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** The cost of following one session, and of what it is compared with. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Session {

    /**
     * Creates an engine, makes a handshake, closes. The session is followed if the agent is in the
     * JVM.
     */
    @Benchmark
    public Object follow(Depth depth) {
        FakeEngine engine = depth.run(FakeEngine::new);
        engine.established();
        engine.end();
        return engine;
    }

    /** Captures the stack as every exception does. */
    @Benchmark
    public Object throwable(Depth depth) {
        return depth.run(Throwable::new);
    }

    /** Captures the stack with StackWalker, 64 frames at most. */
    @Benchmark
    public Object stackWalker(Depth depth) {
        return depth.run(Session::walk);
    }

    private static Object walk() {
        return StackWalker.getInstance().walk(frames -> frames.limit(64).toArray());
    }
}
