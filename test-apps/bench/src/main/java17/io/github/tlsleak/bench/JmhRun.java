package io.github.tlsleak.bench;

import io.github.tlsleak.bench.jmh.CpuProfiler;
import io.github.tlsleak.bench.run.Followed;
import io.github.tlsleak.bench.run.Setup;
import io.github.tlsleak.bench.table.Spread;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** One benchmark of {@code jmh} with its JVM options. Each run has a fresh JVM. */
final class JmhRun {
    private final String benchmark;
    private final int threads;
    private final Map<String, String> parameters;
    private final List<String> options;
    private final List<Double> wall = new ArrayList<>();
    private final List<Double> cpu = new ArrayList<>();
    private final List<Double> bytes = new ArrayList<>();

    /**
     * @param benchmark class and method
     * @param threads at once
     * @param parameters of the benchmark
     * @param options of its JVM
     */
    JmhRun(String benchmark, int threads, Map<String, String> parameters, List<String> options) {
        this.benchmark = benchmark;
        this.threads = threads;
        this.parameters = parameters;
        this.options = options;
    }

    /** Runs the benchmark once more. */
    void once(Setup setup) throws IOException {
        ChainedOptionsBuilder builder =
                new OptionsBuilder()
                        .include("\\." + benchmark.replace(".", "\\.") + "$")
                        .forks(1)
                        .threads(threads)
                        .warmupIterations(setup.quick ? 1 : 3)
                        .measurementIterations(setup.quick ? 1 : 3)
                        .warmupTime(TimeValue.milliseconds(setup.quick ? 300 : 700))
                        .measurementTime(TimeValue.milliseconds(setup.quick ? 300 : 700))
                        .jvm(setup.homes.get(0).resolve("bin/java").toString())
                        .jvmArgs(options.toArray(new String[0]))
                        .addProfiler(GCProfiler.class)
                        .addProfiler(CpuProfiler.class)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT);
        parameters.forEach(builder::param);
        try {
            RunResult result = new Runner(builder.build()).runSingle();
            if (options.contains(setup.tlsleak())) {
                Followed.check(setup, true);
            }
            wall.add(result.getPrimaryResult().getScore());
            result.getSecondaryResults().forEach(this::keep);
        } catch (RunnerException e) {
            throw new IOException(benchmark + ' ' + options, e);
        }
    }

    private void keep(String name, Result<?> result) {
        if (name.endsWith("gc.alloc.rate.norm")) {
            bytes.add(result.getScore());
        } else if (name.endsWith(CpuProfiler.CPU)) {
            cpu.add(result.getScore());
        }
    }

    /** Nanoseconds an operation, for one thread. */
    List<Double> wall() {
        return wall;
    }

    /** Nanoseconds of CPU time an operation, for the whole JVM. */
    List<Double> cpu() {
        return cpu;
    }

    /** Bytes allocated an operation. */
    double bytes() {
        return Spread.of(bytes).median();
    }
}
