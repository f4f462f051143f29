package io.github.tlsleak.junit.it;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Plays samples in a JVM of their own, as the launcher of a build tool does. Not thread-safe. */
final class Samples {

    static final Path AGENT = Path.of(System.getProperty("tlsleak.jar")).normalize();
    static final Path EXTENSION = Path.of(System.getProperty("tlsleak.junit.jar"));
    private static final long DEADLINE_SECONDS = 300;

    private final String junit;
    private final List<String> jvm = new ArrayList<>();
    private final List<String> path = new ArrayList<>();
    private Path java = Path.of(System.getProperty("java.home"));
    private Path directory = Path.of("target");

    /**
     * @param junit directory of {@code target/junit}: 5.8, 5.14 or 6
     */
    Samples(String junit) {
        this.junit = junit;
    }

    /** More flags of the JVM. */
    Samples with(String... flags) {
        jvm.addAll(Arrays.asList(flags));
        return this;
    }

    /** Something in front of the class path. */
    Samples before(Path element) {
        path.add(element.toString());
        return this;
    }

    Samples on(Path jdk) {
        java = jdk;
        return this;
    }

    /** The working directory. */
    Samples in(Path working) {
        directory = working;
        return this;
    }

    /** Plays these classes. */
    Played play(String... classes) throws Exception {
        List<String> elements = new ArrayList<>(path);
        elements.addAll(libraries());
        elements.add(Path.of("target/test-classes").toAbsolutePath().toString());
        List<String> command = command();
        command.add("-cp");
        command.add(String.join(File.pathSeparator, elements));
        command.add("com.acme.Play");
        command.addAll(Arrays.asList(classes));
        return run(command);
    }

    /** Plays these classes as modules: JUnit, the extension, the agent and the samples. */
    Played playModules(Path samples, String... classes) throws Exception {
        List<String> elements = new ArrayList<>(libraries());
        elements.add(samples.toString());
        List<String> command = command();
        command.add("--module-path");
        command.add(String.join(File.pathSeparator, elements));
        command.add("--add-modules");
        command.add("ALL-MODULE-PATH");
        command.add("--module");
        command.add("samples/com.acme.Play");
        command.addAll(Arrays.asList(classes));
        return run(command);
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(java.resolve("bin/java").toString());
        command.add("-Dsamples.port=" + EchoServer.port());
        command.addAll(jvm);
        return command;
    }

    private List<String> libraries() throws Exception {
        List<String> libraries = new ArrayList<>();
        try (Stream<Path> jars = Files.list(Path.of("target/junit", junit))) {
            jars.map(jar -> jar.toAbsolutePath().toString()).sorted().forEach(libraries::add);
        }
        libraries.add(EXTENSION.toString());
        libraries.add(AGENT.toString());
        libraries.add(
                Path.of(
                                io.github.tlsleak.apps.support.Keys.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toURI())
                        .toString());
        return libraries;
    }

    private Played run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("samples", ".txt");
        Process process =
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("no end: " + Files.readString(output));
        }
        String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
        Files.delete(output);
        return Played.of(process.exitValue(), text);
    }
}
