package io.github.tlsleak.bench.load;

import io.github.tlsleak.bench.load.meter.Meter;

/**
 * {@code WARMUP MEASURE VERSION full|resumed|leaky}: handshakes of engines in memory, closed on
 * both sides. With leaky, one engine in a hundred is dropped instead.
 */
public final class EngineHandshakes {
    private static int count;

    private EngineHandshakes() {}

    public static void main(String[] args) throws Exception {
        Engines engines = new Engines(args[2]);
        String host = args[3].equals("resumed") ? "bench" : null;
        boolean leaky = args[3].equals("leaky");
        Meter.run(
                args[0],
                args[1],
                () -> {
                    engines.open(host);
                    if (!leaky || ++count % 100 != 0) {
                        engines.close();
                    }
                    return 1;
                });
    }
}
