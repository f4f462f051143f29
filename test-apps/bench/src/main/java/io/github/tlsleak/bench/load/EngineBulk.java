package io.github.tlsleak.bench.load;

import io.github.tlsleak.bench.load.meter.Meter;
import java.nio.ByteBuffer;

/** {@code WARMUP MEASURE VERSION}: records of 16 KB from engine to engine in memory. */
public final class EngineBulk {
    private static final int RECORD = 16_384;

    private EngineBulk() {}

    public static void main(String[] args) throws Exception {
        Engines engines = new Engines(args[2]);
        engines.open(null);
        ByteBuffer data = ByteBuffer.allocate(RECORD);
        Meter.run(
                args[0],
                args[1],
                () -> {
                    for (int i = 0; i < 50; i++) {
                        engines.record(data);
                    }
                    return 50;
                });
        // a collection after the end of main would find the engines open and report leaks
        engines.close();
    }
}
