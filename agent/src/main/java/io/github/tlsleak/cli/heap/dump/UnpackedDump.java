package io.github.tlsleak.cli.heap.dump;

import io.github.tlsleak.cli.report.read.MaybeGzip;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * The file to read for a dump: the file itself, or, of one that gzip packed, an unpacked copy that
 * only this user can read. The copy is removed on close, or when the JVM ends. One thread uses it.
 */
final class UnpackedDump implements Closeable {

    private final Path file;
    private final @Nullable Path copy;

    private UnpackedDump(Path file, @Nullable Path copy) {
        this.file = file;
        this.copy = copy;
    }

    /**
     * Unpacks a file if gzip packed it, whatever its name.
     *
     * @throws IOException with one clear line: which file, what failed, and what to do
     */
    static UnpackedDump of(Path packed) throws IOException {
        if (!Files.isRegularFile(packed) || !Files.isReadable(packed) || !isPacked(packed)) {
            return new UnpackedDump(packed, null);
        }
        Path copy = Files.createTempFile("tlsleak-", ".hprof");
        copy.toFile().deleteOnExit();
        UnpackedDump unpacked = new UnpackedDump(copy, copy);
        try (InputStream in = MaybeGzip.of(Files.newInputStream(packed))) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            return unpacked;
        } catch (IOException e) {
            unpacked.close();
            throw new IOException(
                    packed
                            + " cannot be unpacked to "
                            + copy.getParent()
                            + ": "
                            + e.getMessage()
                            + "; it may be cut off, or there is no space: choose another directory"
                            + " with -Djava.io.tmpdir=DIR before -jar",
                    e);
        }
    }

    private static boolean isPacked(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return MaybeGzip.isPacked(in);
        }
    }

    Path file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        if (copy != null) {
            Files.deleteIfExists(copy);
        }
    }
}
