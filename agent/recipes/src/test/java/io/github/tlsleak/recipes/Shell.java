package io.github.tlsleak.recipes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs commands and keeps their output. {@code mvn} is the Maven of this build, with a local
 * repository that holds what this build made.
 *
 * @param exitCode of the commands
 * @param output both streams
 */
record Shell(int exitCode, String output) {

    private static final Path HERE = Path.of("target", "recipes").toAbsolutePath();

    private static final long MINUTES = 5;

    /** Runs lines with bash, which stops at the first that fails, as CI services do. */
    static Shell bash(Sample sample, String lines, Map<String, String> environment)
            throws IOException, InterruptedException {
        return run(sample, List.of("bash", "-e", "-c", lines), environment);
    }

    /** Runs a command in the directory of a project. */
    static Shell run(Sample sample, List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        maven();
        Path output = sample.file("output.txt");
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command));
        builder.directory(sample.directory().toFile());
        builder.environment().put("PATH", HERE + ":" + System.getenv("PATH"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        Process process = builder.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(command + " did not end:\n" + Files.readString(output));
        }
        return new Shell(process.exitValue(), Files.readString(output));
    }

    private static synchronized void maven() throws IOException {
        Path settings = HERE.resolve("settings.xml");
        String repository = Path.of(System.getProperty("user.repository")).toUri().toString();
        Files.writeString(
                settings,
                Files.readString(Path.of("../maven-plugin/src/it/settings.xml"))
                        .replace("@localRepositoryUrl@", repository));
        Path local = Path.of("../maven-plugin/target/it-repository").toAbsolutePath().normalize();
        Path mvn = HERE.resolve("mvn");
        if (!Files.exists(mvn)) {
            Files.createFile(
                    mvn,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwxr-xr-x")));
        }
        Files.writeString(
                mvn,
                "#!/bin/bash\nexec '"
                        + System.getProperty("maven.home")
                        + "/bin/mvn' -s '"
                        + settings
                        + "' '-Dmaven.repo.local="
                        + local
                        + "' \"$@\"\n");
    }
}
