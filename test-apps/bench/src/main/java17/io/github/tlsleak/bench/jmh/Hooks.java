package io.github.tlsleak.bench.jmh;

import io.github.tlsleak.bench.load.FakeEngine;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Single hooks on one of 100 000 live sessions. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Hooks {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final int LIVE = 100_000;

    /** The sessions of all threads. */
    @State(Scope.Benchmark)
    public static class Live {
        final FakeEngine[] engines = new FakeEngine[LIVE];

        /** Opens the sessions. */
        @Setup
        public void open() {
            for (int i = 0; i < LIVE; i++) {
                engines[i] = new FakeEngine().established();
            }
        }
    }

    private int next = (int) Thread.currentThread().getId() * 7919;

    private FakeEngine any(Live live) {
        next = (next + 7919) % LIVE;
        return live.engines[next];
    }

    /** A data record: the hook looks nothing up. */
    @Benchmark
    public Object wrap(Live live) throws SSLException {
        return any(live).wrap(NOTHING, NOTHING);
    }

    /** The end of the peer's data: the hook looks the session up. */
    @Benchmark
    public void lookup(Live live) {
        any(live).closeInbound();
    }
}
