package io.github.tlsleak.agent.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFileTest {

    @TempDir Path dir;

    private final List<String> problems = new ArrayList<>();

    private String mode(Path file) throws IOException {
        assumeTrue(file.getFileSystem().supportedFileAttributeViews().contains("posix"));
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void newFilesArePrivate() throws IOException {
        Path file = dir.resolve("x");
        PrivateFile.append(file, 0600, problems::add).close();
        assertThat(mode(file)).isEqualTo("rw-------");
    }

    @Test
    void existingFilesAreAppendedTo() throws IOException {
        Path file = Files.writeString(dir.resolve("x"), "a");
        String mode = mode(file);
        try (FileOutputStream out = PrivateFile.append(file, 0600, problems::add)) {
            out.write('b');
        }
        assertThat(file).hasContent("ab");
        assertThat(mode(file)).isEqualTo(mode);
    }

    @Test
    void problemsAreClear() throws IOException {
        Path link = Files.createSymbolicLink(dir.resolve("link"), dir.resolve("nothing"));
        assertThatIOException()
                .isThrownBy(() -> PrivateFile.append(dir, 0600, problems::add))
                .withMessage(dir + ": is a directory; name a file in it");
        assertThatIOException()
                .isThrownBy(() -> PrivateFile.append(dir.resolve("no/x"), 0600, problems::add))
                .withMessage(
                        dir.resolve("no/x")
                                + ": the directory "
                                + dir.resolve("no")
                                + " does not exist; create it or choose another");
        assertThatIOException()
                .isThrownBy(() -> PrivateFile.append(link, 0600, problems::add))
                .withMessage(link + ": a symbolic link to a file that does not exist");
        assertThat(PrivateFile.reason(new AccessDeniedException("/x")))
                .isEqualTo("permission denied; choose a place this process may write to");
    }

    @Test
    void namedPipesDoNotBlock() throws Exception {
        Path pipe = dir.resolve("pipe");
        Process mkfifo;
        try {
            mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
        } catch (IOException e) {
            assumeTrue(false, "no mkfifo here");
            return;
        }
        assumeTrue(mkfifo.waitFor() == 0);
        assertThatIOException()
                .isThrownBy(() -> PrivateFile.append(pipe, 0600, problems::add))
                .withMessageContaining("neither a regular file nor a device");
    }

    @Test
    void onePredecessorIsKept() throws IOException {
        Path file = Files.writeString(dir.resolve("x"), "new");
        Files.writeString(dir.resolve("x.1"), "old");
        PrivateFile.keepAsPredecessor(file);
        assertThat(dir.resolve("x.1")).hasContent("new");
        assertThat(file).doesNotExist();
    }

    /** Whatever the umask is; the predecessor keeps it. */
    @Test
    void newFilesGetTheModeThatIsAskedFor() throws IOException {
        Path file = dir.resolve("x");
        PrivateFile.append(file, 0664, problems::add).close();
        assertThat(mode(file)).isEqualTo("rw-rw-r--");
        PrivateFile.keepAsPredecessor(file);
        assertThat(mode(dir.resolve("x.1"))).isEqualTo("rw-rw-r--");
        assertThat(problems).isEmpty();
    }

    /** A file system without permissions takes the file all the same. */
    @Test
    void aFileSystemWithoutModesIsTold() throws IOException {
        Path zip = dir.resolve("x.zip");
        try (FileSystem system = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            Path file = system.getPath("/x");
            FileMode.create(file);
            assertThat(FileMode.set(file, 0640))
                    .isEqualTo(
                            "report.mode=0640 has no effect: this file system has no such"
                                    + " permissions");
            assertThat(FileMode.set(file, FileMode.PRIVATE)).isNull();
        }
    }

    @Test
    void directoriesAreMade() throws IOException {
        Path file = dir.resolve("a/b/c/x");
        PrivateFile.makeDirectoryOf(file);
        PrivateFile.makeDirectoryOf(file);
        assertThat(file.getParent()).isEmptyDirectory();
        Path wall = Files.writeString(dir.resolve("wall"), "");
        assertThatIOException()
                .isThrownBy(() -> PrivateFile.makeDirectoryOf(wall.resolve("a/x")))
                .withMessageStartingWith(wall + "/a: cannot be made: ");
    }
}
