package io.github.tlsleak.data.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Asks Spark about directories, in a JVM of its own whose class path is that of its executors. Used
 * by one thread.
 */
final class SparkRun {

    private static final int WAIT_MINUTES = 20;
    private static final int LAST_LINES = 30;

    /** What Spark needs of the JDK since 17. */
    private static final String[] OPEN = {
        "java.lang",
        "java.lang.invoke",
        "java.lang.reflect",
        "java.io",
        "java.net",
        "java.nio",
        "java.util",
        "java.util.concurrent",
        "java.util.concurrent.atomic",
        "jdk.internal.ref",
        "sun.nio.ch",
        "sun.nio.cs",
        "sun.security.action",
        "sun.util.calendar"
    };

    private final Path work;
    private final Path home = Path.of(System.getProperty("tlsleak.work"), "spark");
    private final List<String> arguments = new ArrayList<>();

    /** Uses a directory that is empty so far. */
    SparkRun(Path work) throws IOException {
        this.work = Files.createDirectories(work);
    }

    /** Asks about a directory, too; the answers go under a name. */
    void ask(String name, Path reports, String how) {
        arguments.addAll(
                List.of(
                        reports.toString(),
                        how,
                        work.resolve(name + ".totals").toString(),
                        work.resolve(name + ".answers").toString()));
    }

    /**
     * Runs it to its end.
     *
     * @return the lines that say how long it took
     */
    List<String> run() throws Exception {
        Path out = work.resolve("spark.out");
        ProcessBuilder builder = new ProcessBuilder(command());
        builder.directory(work.toFile()).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", System.getProperty("spark.scala"));
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        Process process = builder.start();
        boolean ended = process.waitFor(WAIT_MINUTES, TimeUnit.MINUTES);
        if (!ended || process.exitValue() != 0) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("Spark did not end well\n" + tail(out));
        }
        return Files.readAllLines(out).stream().filter(l -> l.startsWith("spark:")).toList();
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        for (String open : OPEN) {
            command.add("--add-opens=java.base/" + open + "=ALL-UNNAMED");
        }
        String opens = String.join(" ", command.subList(1, command.size()));
        command.add("-Dspark.opens=" + opens);
        command.add("-Xmx1g");
        // how it prints the times of its answers
        command.add("-Duser.timezone=UTC");
        command.add("-cp");
        command.add(System.getProperty("tlsleak.work") + "/classes:" + home + "/jars/*");
        command.add("io.github.tlsleak.data.spark.SparkAnswers");
        command.addAll(arguments);
        return command;
    }

    /** The totals of a directory. */
    SortedMap<String, Long> totals(String name) throws IOException {
        SortedMap<String, Long> totals = new TreeMap<>();
        for (String line : Files.readAllLines(work.resolve(name + ".totals"))) {
            String[] parts = line.split("\t");
            totals.put(parts[0], Long.valueOf(parts[1]));
        }
        return totals;
    }

    /** What the queries say of a directory. */
    String answers(String name) throws IOException {
        return Files.readString(work.resolve(name + ".answers"));
    }

    private static String tail(Path out) throws IOException {
        String[] lines = Files.readString(out).split("\n");
        int from = Math.max(0, lines.length - LAST_LINES);
        return String.join("\n", Arrays.copyOfRange(lines, from, lines.length));
    }
}
