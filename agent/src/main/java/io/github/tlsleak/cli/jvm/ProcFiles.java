package io.github.tlsleak.cli.jvm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads files under {@code /proc}, which may go at any time. Stateless, thread-safe. */
final class ProcFiles {

    private static final int MAX_BYTES = 1 << 24;

    private ProcFiles() {}

    /**
     * The content of a file; nothing if it cannot be read. Files of /proc say nothing of their size
     * before they are read.
     */
    static byte[] bytes(Path file) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0 && all.size() < MAX_BYTES; n = in.read(buffer)) {
                all.write(buffer, 0, n);
            }
        } catch (IOException | SecurityException e) {
            return new byte[0];
        }
        return all.toByteArray();
    }

    /** The entries of a directory; those so far if it cannot be read. */
    static List<Path> list(Path directory) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            entries.forEach(files::add);
        } catch (IOException | RuntimeException e) {
            return files;
        }
        return files;
    }

    /** Where a link points to, without the mark of a file that is gone; null if not known. */
    static @Nullable String link(Path file) {
        try {
            return withoutMark(Files.readSymbolicLink(file).toString());
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /** The path without the mark of a file that was deleted or replaced, as by an update. */
    static String withoutMark(String file) {
        String mark = " (deleted)";
        return file.endsWith(mark) ? file.substring(0, file.length() - mark.length()) : file;
    }
}
