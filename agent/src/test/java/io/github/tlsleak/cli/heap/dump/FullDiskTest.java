package io.github.tlsleak.cli.heap.dump;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.apps.heap.Samples;
import io.github.tlsleak.cli.report.read.Progress;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A packed dump that cannot be unpacked for want of space. */
class FullDiskTest {

    @TempDir Path directory;

    /** Opens the dump that is the first argument; run in a JVM that cannot write so much. */
    public static void main(String[] args) {
        try {
            HeapDump.open(Path.of(args[0]), Progress.NONE).close();
            System.out.println("read");
        } catch (IOException e) {
            System.out.println(e.getMessage());
        }
    }

    /** The shell lets no file grow beyond 512 kB. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void oneLineAndNothingIsLeft() throws Exception {
        Path packed = directory.resolve("dump.hprof.gz");
        try (OutputStream to = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(TestDumps.file(Samples.class, directory), to);
        }
        Path temporary = Files.createDirectory(directory.resolve("temporary"));
        Path said = directory.resolve("said.txt");
        List<String> command =
                List.of(
                        "bash",
                        "-c",
                        "ulimit -f 512; exec \"$@\"",
                        "bash",
                        System.getProperty("java.home") + File.separator + "bin/java",
                        "-XX:-UsePerfData",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        FullDiskTest.class.getName(),
                        packed.toString());
        Process process = new ProcessBuilder(command).redirectOutput(said.toFile()).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(said))
                .startsWith(packed + " cannot be unpacked to " + temporary + ": ")
                .contains("there is no space: choose another directory")
                .hasLineCount(1);
        try (var left = Files.list(temporary)) {
            assertThat(left).isEmpty();
        }
    }
}
