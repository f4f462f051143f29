package io.github.tlsleak.cli.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutFileTest {

    @TempDir Path dir;

    private long files() throws IOException {
        try (Stream<Path> all = Files.list(dir)) {
            return all.count();
        }
    }

    @Test
    void forTheUserAlone() throws IOException {
        Path file = dir.resolve("x");
        OutFile.write(file, out -> out.write("\u00e4\n"));
        assertThat(file).hasContent("\u00e4\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void neverHalf() throws IOException {
        Path file = Files.writeString(dir.resolve("x"), "old");
        assertThatIOException()
                .isThrownBy(
                        () ->
                                OutFile.write(
                                        file,
                                        out -> {
                                            out.write("half");
                                            throw new IOException("no space left");
                                        }))
                .withMessage("cannot write " + file + ": no space left");
        assertThat(file).hasContent("old");
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void aLinkStaysOne() throws IOException {
        Path file = Files.writeString(dir.resolve("x"), "old");
        Path link = Files.createSymbolicLink(dir.resolve("link"), file);
        OutFile.write(link, out -> out.write("new"));
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }

    @Test
    void whatIsNoFile() throws IOException {
        OutFile.write(Path.of("/dev/null"), out -> out.write("x"));
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
        assertThatIOException()
                .isThrownBy(() -> OutFile.write(dir, out -> out.write("x")))
                .withMessage("cannot write " + dir + ": it is a directory");
    }
}
