package io.github.tlsleak.it.harness;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Builds the command of a test program under the built jar. */
public final class AgentJvm {

    public static final Path JAR = Path.of(System.getProperty("tlsleak.jar", "target/tlsleak.jar"));
    public static final Path APPS = Path.of(System.getProperty("tlsleak.apps", "../test-apps"));
    public static final Path SCENARIOS = APPS.resolve("scenarios");
    public static final Path SCENARIO_CLASSES = SCENARIOS.resolve("target/classes");

    private final Jdk jdk;
    private final List<String> jvm = new ArrayList<>();
    private String agentArgs = "";
    private boolean agent = true;
    private String classPath = SCENARIO_CLASSES.toString();

    public AgentJvm(Jdk jdk) {
        this.jdk = jdk;
        // a JVM that starts and collects quickly; no test depends on these flags
        jvm.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
    }

    public AgentJvm agentArgs(String args) {
        agentArgs = args;
        return this;
    }

    /** Adds directories and jars to the class path. */
    public AgentJvm with(Path... more) {
        for (Path path : more) {
            classPath += File.pathSeparator + path;
        }
        return this;
    }

    /** Adds all jars of a directory to the class path. */
    public AgentJvm withJarsOf(Path directory) throws IOException {
        try (Stream<Path> jars = Files.list(directory)) {
            return with(jars.sorted().toArray(Path[]::new));
        }
    }

    public AgentJvm withoutAgent() {
        agent = false;
        return this;
    }

    public AgentJvm jvm(String... flags) {
        jvm.addAll(Arrays.asList(flags));
        return this;
    }

    public AgentJvm jvm(List<String> flags) {
        jvm.addAll(flags);
        return this;
    }

    /** The command, which the caller may change. */
    public ProcessBuilder command(String mainClass, String... args) {
        List<String> command = new ArrayList<>(List.of(jdk.java()));
        if (agent) {
            command.add("-javaagent:" + JAR + (agentArgs.isEmpty() ? "" : "=" + agentArgs));
        }
        command.addAll(jvm);
        command.addAll(List.of("-cp", classPath, mainClass));
        command.addAll(Arrays.asList(args));
        return new ProcessBuilder(command);
    }

    public Forked start(String mainClass, String... args) throws IOException {
        return Forked.start(command(mainClass, args));
    }
}
