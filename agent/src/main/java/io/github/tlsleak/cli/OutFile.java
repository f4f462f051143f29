package io.github.tlsleak.cli;

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

/** Writes files that are there as a whole or not at all. Stateless. */
final class OutFile {

    private OutFile() {}

    /** What is written. */
    interface Content {
        /** Writes it; neither flushes nor closes. */
        void writeTo(Writer out) throws IOException;
    }

    /**
     * Writes a file beside its place and then moves it there. For the user's eyes only, as reports
     * are. What is no file, such as /dev/stdout, is written to directly.
     *
     * @throws IOException with one clear line: which file, and why not
     */
    static void write(Path file, Content content) throws IOException {
        try {
            if (Files.isDirectory(file)) {
                throw new IOException("it is a directory");
            }
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                fill(file, content);
                return;
            }
            // a link stays one
            Path place = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            Path beside = Files.createTempFile(place.getParent(), ".tlsleak-", ".tmp");
            try {
                fill(beside, content);
                move(beside, place);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new IOException("cannot write " + file + ": " + reason(e), e);
        }
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

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "no such directory";
        }
        return e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
    }
}
