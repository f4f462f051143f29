package io.github.tlsleak.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The demo shop in a JVM of its own, with the built agent. Used by one thread. */
final class ShopJvm implements AutoCloseable {

    private static final int WAIT_SECONDS = 60;

    private final Process process;
    private final Path report;

    /**
     * Starts it.
     *
     * @param labels the value of the option {@code labels}
     * @param arguments {@code open} for a shop that goes on until it is killed
     */
    ShopJvm(Path report, String labels, String... arguments) throws IOException {
        this.report = report;
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-javaagent:"
                                + System.getProperty("tlsleak.jar")
                                + "=report="
                                + report
                                + ",labels="
                                + labels,
                        "-cp",
                        System.getProperty("tlsleak.apps") + "/scenarios/target/classes",
                        "io.github.tlsleak.apps.demo.LeakyShop");
        process =
                new ProcessBuilder(Stream.concat(command.stream(), Stream.of(arguments)).toList())
                        .redirectErrorStream(true)
                        .redirectOutput(
                                report.resolveSibling(report.getFileName() + ".out").toFile())
                        .start();
    }

    /** Waits until it has ended by itself. */
    void awaitEnd() throws InterruptedException {
        if (!process.waitFor(WAIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new AssertionError(report + ": the shop did not close");
        }
    }

    /** Waits until its report has a line, and kills it. */
    void killOnceItWrites() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
        while (!Files.exists(report) || Files.size(report) == 0) {
            if (System.nanoTime() > end) {
                throw new AssertionError(report + ": no line came");
            }
            Thread.sleep(20);
        }
        close();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
