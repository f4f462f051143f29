package io.github.tlsleak.agent.output.file;

import io.github.tlsleak.agent.output.PrivateFile;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The open file of a {@link ReportFile}: opened, appended to, rotated. Guarded by its owner. */
class ReportOutput {

    private static final int MAX_TRIES = 10;

    private final Path file;
    private final int mode;
    private final Consumer<String> problems;
    private @Nullable FileOutputStream out;
    private boolean regular;

    /** The key of the open file, even if it was renamed; null if the file system has no keys. */
    private @Nullable Object key;

    /** The first problem with permissions is said, no other. */
    private boolean problemSaid;

    /**
     * Does not open the file yet.
     *
     * @param mode permission bits of a new file
     * @param problems gets a line if the file system has no such permissions
     */
    ReportOutput(Path file, int mode, Consumer<String> problems) {
        this.file = file;
        this.mode = mode;
        this.problems = problems;
    }

    Path file() {
        return file;
    }

    /**
     * Opens the file, or opens it again. If a crash or a full disk has cut the last line, a line
     * end is written first, so that only the cut line is lost.
     *
     * @throws IOException with one clear line for users
     */
    void open() throws IOException {
        close();
        openSure();
        regular = Files.isRegularFile(file);
        try {
            if (endsWithin()) {
                write(new byte[] {'\n'});
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** Opens the file and finds its key, even if another process renames the file meanwhile. */
    private void openSure() throws IOException {
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            Object before = FileKey.of(file);
            out = append();
            key = FileKey.of(file);
            if (key == null || key.equals(before)) {
                return;
            }
            close();
        }
        out = append();
        key = null;
    }

    private FileOutputStream append() throws IOException {
        return PrivateFile.append(file, mode, this::problem);
    }

    private void problem(String line) {
        if (!problemSaid) {
            problemSaid = true;
            problems.accept(line);
        }
    }

    /** Whether the name still belongs to the open file; true if the file system cannot tell. */
    boolean isCurrent() {
        return !regular || key == null || key.equals(FileKey.of(file));
    }

    /** Writes all of it at once: lines of several processes in one file do not mix. */
    void write(byte[] bytes) throws IOException {
        if (out == null) {
            throw new IOException("not open");
        }
        out.write(bytes);
    }

    /** Bytes in the file; 0 if it is a device. */
    long length() {
        return regular ? file.toFile().length() : 0;
    }

    /** Whether this file can be renamed and replaced by a new one. */
    boolean canRotate() {
        return regular;
    }

    /**
     * Renames the file to its predecessor's name, unless another process has done so. The caller
     * then calls {@link #open}.
     *
     * @return false if another process is renaming it now; nothing was done then
     */
    boolean rotate() throws IOException {
        if (key == null) {
            close();
            PrivateFile.keepAsPredecessor(file);
            return true;
        }
        if (!lock()) {
            return false;
        }
        try {
            // the lock is on the open file: no other writer renames this file while it is held

            if (isCurrent()) {
                PrivateFile.keepAsPredecessor(file);
            }
        } finally {
            close();
        }
        return true;
    }

    /**
     * Locks the file until it is closed. The locked byte lies beyond the end of the file, because
     * some systems let nobody else write to locked bytes.
     */
    private boolean lock() {
        try {
            return out != null && out.getChannel().tryLock(Long.MAX_VALUE - 1, 1, false) != null;
        } catch (OverlappingFileLockException e) {
            // another agent in this JVM
            return false;
        } catch (IOException e) {
            // a file system without locks: only the name can be checked
            return true;
        }
    }

    /** Closes the file. Does nothing if it is closed. */
    void close() {
        try {
            if (out != null) {
                out.close();
            }
        } catch (IOException e) {
            // all writes have reached the system: nothing can be lost
            regular = false;
        }
        out = null;
    }

    /** Whether the last byte is not a line end. */
    private boolean endsWithin() {
        if (length() == 0) {
            return false;
        }
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(in.length() - 1);
            return in.read() != '\n';
        } catch (IOException e) {
            // the file cannot be read: an empty line does less harm than two lines in one
            return true;
        }
    }
}
