package io.github.tlsleak.agent.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFileTest {

    @TempDir Path dir;

    private String mode(Path file) throws IOException {
        assumeTrue(file.getFileSystem().supportedFileAttributeViews().contains("posix"));
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void newFilesArePrivate() throws IOException {
        Path file = dir.resolve("x");
        PrivateFile.append(file).close();
        assertThat(mode(file)).isEqualTo("rw-------");
    }

    @Test
    void existingFilesAreAppendedTo() throws IOException {
        Path file = Files.writeString(dir.resolve("x"), "a");
        String mode = mode(file);
        try (FileOutputStream out = PrivateFile.append(file)) {
            out.write('b');
        }
        assertThat(file).hasContent("ab");
        assertThat(mode(file)).isEqualTo(mode);
    }

    @Test
    void problemsAreClear() throws IOException {
        Path link = Files.createSymbolicLink(dir.resolve("link"), dir.resolve("nothing"));
        assertThatIOException()
                .isThrownBy(() -> PrivateFile.append(dir))
                .withMessage(dir + ": is a directory; name a file in it");
        assertThatIOException()
                .isThrownBy(() -> PrivateFile.append(dir.resolve("no/x")))
                .withMessage(
                        dir.resolve("no/x")
                                + ": the directory "
                                + dir.resolve("no")
                                + " does not exist; create it or choose another");
        assertThatIOException()
                .isThrownBy(() -> PrivateFile.append(link))
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
                .isThrownBy(() -> PrivateFile.append(pipe))
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
}
