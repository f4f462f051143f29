package io.github.tlsleak.bench;

import io.github.tlsleak.bench.stats.Aim;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that two JVMs play in turns.
 *
 * @param what its name in the table
 * @param program a class of {@code load} that measures with {@code Meter}
 * @param arguments the program's own, after the times
 * @param warmupSeconds before that, the JIT compilers have not finished
 * @param release of Java that it needs
 * @param aim of the ratio
 */
record Workload(
        String what,
        String program,
        List<Object> arguments,
        int warmupSeconds,
        int release,
        Aim aim) {

    /** Handshakes run much code: the compilers need long. */
    static final int LONG = 45;

    static final int SHORT = 15;

    private static final int MEASURE_MILLIS = 3500;
    private static final int QUICK_MILLIS = 300;

    static Workload of(String what, String program, int warmupSeconds, Aim aim, Object... own) {
        return new Workload(what, program, List.of(own), warmupSeconds, 8, aim);
    }

    Workload since(int java) {
        return new Workload(what, program, arguments, warmupSeconds, java, aim);
    }

    /** The options of both JVMs. */
    List<String> options() {
        return List.of(
                "-Dbench.turns=true",
                "-Xms512m",
                "-Xmx512m",
                // a thread that ends takes the number with it that tells its CPU time
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:-UseDynamicNumberOfCompilerThreads",
                "-XX:-UseDynamicNumberOfGCThreads");
    }

    Object[] arguments(boolean quick) {
        List<Object> all = new ArrayList<>();
        all.add(quick ? QUICK_MILLIS : 1000 * warmupSeconds);
        all.add(quick ? QUICK_MILLIS : MEASURE_MILLIS);
        all.addAll(arguments);
        return all.toArray();
    }

    boolean isLeaky() {
        return arguments.contains("leaky");
    }
}
