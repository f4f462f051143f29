package io.github.tlsleak.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;

/**
 * What the command {@code report} says of a directory, and what it took. Immutable.
 *
 * @param totals its numbers by name
 * @param time how long it ran
 * @param peakKb the most memory of its process, 0 where that is not known
 */
public record ReportRun(SortedMap<String, Long> totals, Duration time, long peakKb) {

    private static final int WAIT_SECONDS = 600;
    private static final int LOOK_MILLIS = 20;

    /** Runs the built jar in a JVM of its own. */
    public static ReportRun of(Path reports, Path document) throws Exception {
        Process process = start(reports, document);
        long began = System.nanoTime();
        long end = began + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
        long peak = 0;
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peakKb(process.pid()));
            if (System.nanoTime() > end) {
                process.destroyForcibly();
                throw new AssertionError("report still runs after " + WAIT_SECONDS + " s");
            }
        }
        if (process.exitValue() != 0) {
            throw new AssertionError("report ended with " + process.exitValue());
        }
        Duration time = Duration.ofNanos(System.nanoTime() - began);
        return new ReportRun(ReportTotals.of(document), time, peak);
    }

    private static Process start(Path reports, Path document) throws IOException {
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-jar",
                        System.getProperty("tlsleak.jar"),
                        "report",
                        "--format",
                        "json",
                        "--out",
                        document.toString(),
                        reports.toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(document.resolveSibling("report.out").toFile())
                .start();
    }

    private static long peakKb(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", ""));
                }
            }
        } catch (IOException e) {
            // it has ended, or this is no Linux
            return 0;
        }
        return 0;
    }

    /** For example {@code report: 1.2 s, 200 MB}. */
    public String figures() {
        return "report: " + time.toMillis() / 100 / 10.0 + " s, " + peakKb / 1024 + " MB";
    }
}
