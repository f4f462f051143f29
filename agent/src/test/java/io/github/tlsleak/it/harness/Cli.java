package io.github.tlsleak.it.harness;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The command line as users run it: {@code java -jar tlsleak.jar ...} in a JVM of its own. */
public final class Cli {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private String java;
    private final List<String> before = new ArrayList<>();
    private final List<String> jvm = new ArrayList<>();
    private Path jar = AgentJvm.JAR.toAbsolutePath();
    private Path directory;

    private Cli(Jdk jdk) {
        java = jdk.java();
        jvm.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    }

    public static Cli on(Jdk jdk) {
        return new Cli(jdk);
    }

    /** The working directory of the command. */
    public Cli in(Path workingDirectory) {
        directory = workingDirectory;
        return this;
    }

    /** The directory for the requests of the command. */
    public Cli temporary(Path tmpdir) {
        return jvm("-Djava.io.tmpdir=" + tmpdir);
    }

    public Cli jvm(String... flags) {
        jvm.addAll(Arrays.asList(flags));
        return this;
    }

    /** Another program than that of the JDK. */
    public Cli java(Path other) {
        java = other.toString();
        return this;
    }

    public Cli jar(Path other) {
        jar = other;
        return this;
    }

    /** Words that stand before {@code java} in the command. */
    public Cli under(List<String> command) {
        before.addAll(command);
        return this;
    }

    /** Starts the command. The caller ends it. */
    public Forked start(Object... args) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(java);
        command.addAll(jvm);
        command.addAll(List.of("-jar", jar.toString()));
        for (Object arg : args) {
            command.add(arg.toString());
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        if (directory != null) {
            builder.directory(directory.toFile());
        }
        return Forked.start(builder);
    }

    /** Runs the command to its end. */
    public Ended run(Object... args) throws IOException, InterruptedException {
        try (Forked cli = start(args)) {
            return ended(cli);
        }
    }

    /** Waits for the end of a command that was started. */
    public static Ended ended(Forked cli) throws IOException, InterruptedException {
        cli.release();
        int code = cli.exitCode(DEADLINE);
        return new Ended(code, cli.pid(), cli.out(), cli.err(), new Report(List.of()));
    }
}
