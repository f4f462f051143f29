package io.github.tlsleak.bench.run;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The instructions that a JVM runs in user mode during one turn, counted by {@code perf stat} where
 * the machine lets it count them. Elsewhere it does nothing.
 */
public final class Instructions implements Closeable {
    private static final String EVENT = "instructions:u";
    private static final int START_MILLIS = 50;
    private static final boolean COUNTED = isCounted();

    private final Process perf;

    private Instructions(Process perf) {
        this.perf = perf;
    }

    /** Begins to count. */
    public static Instructions of(long pid) throws IOException {
        return new Instructions(COUNTED ? start(EVENT, "-p", Long.toString(pid)) : null);
    }

    /** Whether this machine counts instructions. Virtual machines often do not. */
    public static boolean areCounted() {
        return COUNTED;
    }

    private static boolean isCounted() {
        try {
            Process perf = start(EVENT, "true");
            return parse(text(perf)) > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Process start(String event, String... what) throws IOException {
        List<String> command = new ArrayList<>(List.of("perf", "stat", "-x", ",", "-e", event));
        command.addAll(List.of(what));
        Process perf =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                        .start();
        try {
            // otherwise the turn would begin before perf counts
            perf.waitFor(START_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return perf;
    }

    /** Ends counting. Adds {@code instructions} if they were counted. */
    public void end(Map<String, Double> numbers) throws IOException {
        if (perf != null) {
            new ProcessBuilder("kill", "-INT", Long.toString(perf.pid())).start();
            double count = parse(text(perf));
            if (count > 0) {
                numbers.put("instructions", count);
            }
        }
    }

    private static String text(Process perf) throws IOException {
        return new String(perf.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The number in the output of {@code perf stat -x ,}. 0 if there is none. */
    public static double parse(String output) {
        for (String line : output.split("\n")) {
            String[] fields = line.split(",");
            if (fields.length > 2 && fields[0].matches("[0-9.]+")) {
                return Double.parseDouble(fields[0]);
            }
        }
        return 0;
    }

    @Override
    public void close() {
        if (perf != null) {
            perf.destroy();
        }
    }
}
