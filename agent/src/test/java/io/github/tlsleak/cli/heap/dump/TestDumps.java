package io.github.tlsleak.cli.heap.dump;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.cli.report.read.Progress;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Heap dumps of small programs. */
public final class TestDumps {

    private TestDumps() {}

    /** Runs a program on this JDK which writes a dump to the file that is its first argument. */
    public static HeapDump of(Class<?> program, Path directory, String... args) throws Exception {
        return HeapDump.open(file(program, directory, args), Progress.NONE);
    }

    /** The file of such a dump. */
    public static Path file(Class<?> program, Path directory, String... args) throws Exception {
        Path file = directory.resolve(program.getSimpleName() + ".hprof");
        List<String> command = new ArrayList<>();
        command.add(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(List.of("-Xmx128m", "-cp", classes(program), program.getName()));
        command.add(file.toString());
        command.addAll(List.of(args));
        Path said = directory.resolve("said.txt");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(() -> TestDumps.read(said)).isZero();
        return file;
    }

    private static String read(Path said) {
        try {
            return java.nio.file.Files.readString(said);
        } catch (java.io.IOException e) {
            return e.toString();
        }
    }

    private static String classes(Class<?> program) throws Exception {
        return Path.of(program.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }
}
