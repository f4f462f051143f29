package io.github.tlsleak.cli.attach;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PrivateDirectoryTest {

    @TempDir Path tmp;

    @Test
    void aDumpAndItsPartsGoWithTheDirectory() throws Exception {
        PrivateDirectory directory = PrivateDirectory.create(tmp);
        Files.writeString(directory.path().resolve("heap.hprof"), "dump");
        Files.writeString(directory.path().resolve("heap.hprof.p0"), "part");
        directory.close();
        assertThat(tmp).isEmptyDirectory();
    }

    @Test
    void otherFilesStay() throws Exception {
        PrivateDirectory directory = PrivateDirectory.create(tmp);
        Path other = Files.writeString(directory.path().resolve("other"), "mine");
        directory.close();
        assertThat(other).exists();
    }

    @Test
    void aDumpThatAKilledCommandLineLeft() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Path left = Files.createDirectory(tmp.resolve("tlsleak-" + gone.pid() + "-1"));
        Files.writeString(left.resolve("heap.hprof"), "dump");
        PrivateDirectory.create(tmp).close();
        assertThat(tmp).isEmptyDirectory();
    }

    /** The JVM's user may put a link in place of the directory. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aLinkIsNotFollowed() throws Exception {
        PrivateDirectory directory = PrivateDirectory.create(tmp);
        Path other = Files.createDirectory(tmp.resolve("other"));
        Path file = Files.writeString(other.resolve("heap.hprof"), "mine");
        Files.delete(directory.path());
        Files.createSymbolicLink(directory.path(), other);
        directory.close();
        assertThat(file).exists();
    }
}
