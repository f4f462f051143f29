package io.github.tlsleak.bench.jmh;

import io.github.tlsleak.bench.load.FakeEngine;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Following one session, or what would be done instead. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Session {

    /** Create, handshake, close: followed where the agent is in the JVM. */
    @Benchmark
    public Object follow(Depth depth) {
        FakeEngine engine = depth.run(FakeEngine::new);
        engine.established();
        engine.end();
        return engine;
    }

    /** The stack as every exception captures it. */
    @Benchmark
    public Object throwable(Depth depth) {
        return depth.run(Throwable::new);
    }

    /** The stack as StackWalker shows it, 64 frames at most. */
    @Benchmark
    public Object stackWalker(Depth depth) {
        return depth.run(Session::walk);
    }

    private static Object walk() {
        return StackWalker.getInstance().walk(frames -> frames.limit(64).toArray());
    }
}
