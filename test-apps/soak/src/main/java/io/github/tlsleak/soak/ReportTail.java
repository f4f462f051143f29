package io.github.tlsleak.soak;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Consumer;

/**
 * Reads each line of a report that is written and rotated meanwhile: {@code FILE}, which becomes
 * {@code FILE.1}. It must be asked more often than the file is rotated. Used by one thread at a
 * time.
 */
final class ReportTail implements AutoCloseable {

    private static final int MOST_BYTES = 1 << 20;

    private final Path file;
    private final Path predecessor;
    private final Consumer<String> lines;

    /** Open as long as it is not read to its end: no other file gets its key meanwhile. */
    private RandomAccessFile open;

    private Object key;
    private long rotations;

    /**
     * @param lines gets each whole line
     */
    ReportTail(Path file, Consumer<String> lines) {
        this.file = file;
        this.predecessor = file.resolveSibling(file.getFileName() + ".1");
        this.lines = lines;
    }

    /** Reads what is new. */
    void read() throws IOException {
        Object current = key(file);
        if (open != null && (current == null || current.equals(key))) {
            drain();
            return;
        }
        if (open != null) {
            leave();
        }
        if (current != null) {
            enter(file);
            drain();
        }
    }

    /** The open file was renamed: nobody writes to it any more. */
    private void leave() throws IOException {
        drain();
        Object old = key;
        close();
        rotations++;
        Object before = key(predecessor);
        if (before != null && !before.equals(old)) {
            // rotated twice since the last look
            enter(predecessor);
            drain();
            close();
            rotations++;
        }
    }

    private void enter(Path path) throws IOException {
        open = new RandomAccessFile(path.toFile(), "r");
        key = key(path);
    }

    private void drain() throws IOException {
        while (drainOnce()) {
            // until nothing is new
        }
    }

    /** Reads some lines; false if there is no further whole one. */
    private boolean drainOnce() throws IOException {
        long from = open.getFilePointer();
        byte[] bytes = new byte[(int) Math.min(MOST_BYTES, open.length() - from)];
        open.readFully(bytes);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        open.seek(from + end);
        if (end > 0) {
            for (String line : new String(bytes, 0, end, StandardCharsets.UTF_8).split("\n")) {
                lines.accept(line);
            }
        }
        return end > 0;
    }

    private static Object key(Path path) throws IOException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** How often the file was rotated. */
    long rotations() {
        return rotations;
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
        }
        open = null;
        key = null;
    }
}
