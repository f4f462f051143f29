package io.github.tlsleak.bench.jmh;

import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakTracker;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Following one object with Netty's leak detector, as Netty follows its buffers and engines. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class NettyDetector {

    /** SIMPLE follows one object in 128, PARANOID follows all. */
    @Param({"PARANOID", "SIMPLE"})
    public String level;

    private ResourceLeakDetector<Object> detector;

    /** Makes the detector. */
    @Setup
    public void setUp() {
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.valueOf(level));
        detector = new ResourceLeakDetector<>(Object.class, 128);
    }

    /** Track and close. */
    @Benchmark
    public Object follow(Depth depth) {
        return depth.run(
                () -> {
                    Object object = new Object();
                    ResourceLeakTracker<Object> tracker = detector.track(object);
                    if (tracker != null) {
                        tracker.close(object);
                    }
                    return object;
                });
    }
}
