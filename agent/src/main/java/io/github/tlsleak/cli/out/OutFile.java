package io.github.tlsleak.cli.out;

import io.github.tlsleak.common.text.NearFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** Writes a file as a whole or not at all. Stateless. */
public final class OutFile {

    private OutFile() {}

    /** The content of a file. Called by the thread that writes. */
    public interface Content {
        /** Writes the content; neither flushes nor closes. */
        void writeTo(Writer out) throws IOException;
    }

    /**
     * Writes a temporary file in the same directory, then renames it. Only the user can read the
     * file, as with reports. A path that is no regular file, such as /dev/stdout, is written to
     * directly.
     *
     * @throws IOException with one clear line: which file, and why not
     */
    public static void write(Path file, Content content) throws IOException {
        try {
            if (isSpecial(file)) {
                fill(file, content);
                return;
            }
            Path target = target(file);
            Path temporary = temporary(target);
            try {
                fill(temporary, content);
                move(temporary, target);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new IOException("cannot write " + file + ": " + reason(file, e), e);
        }
    }

    /**
     * Finds out whether a file can be written, before the work for it is done. Leaves nothing.
     *
     * @throws IOException as {@link #write} would
     */
    public static void check(Path file) throws IOException {
        try {
            if (!isSpecial(file)) {
                Files.delete(temporary(target(file)));
            }
        } catch (IOException e) {
            throw new IOException("cannot write " + file + ": " + reason(file, e), e);
        }
    }

    private static boolean isSpecial(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("it is a directory");
        }
        return Files.exists(file) && !Files.isRegularFile(file);
    }

    /** A symbolic link stays a link. */
    private static Path target(Path file) throws IOException {
        return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    }

    private static Path temporary(Path target) throws IOException {
        return Files.createTempFile(target.getParent(), ".tlsleak-", ".tmp");
    }

    private static void fill(Path file, Content content) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            content.writeTo(out);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static @Nullable String reason(Path file, IOException e) {
        if (e instanceof NoSuchFileException) {
            return "no such directory" + NearFile.hint(file.toAbsolutePath().getParent());
        }
        return e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
    }
}
