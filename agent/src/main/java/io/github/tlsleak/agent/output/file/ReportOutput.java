package io.github.tlsleak.agent.output.file;

import io.github.tlsleak.agent.output.PrivateFile;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file under a {@link ReportFile}: opened, appended to, rotated. Guarded by its owner. */
class ReportOutput {

    private static final int MAX_TRIES = 10;

    private final Path file;
    private FileOutputStream out;
    private boolean regular;

    /** Which file is open, whatever its name by now; null where the file system cannot tell. */
    private Object key;

    /** Opens nothing yet. */
    ReportOutput(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /**
     * Opens the file, again if need be. A line that a crash or a full disk has cut is ended first,
     * so that it loses itself alone.
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

    /** Another process may rename the file at this moment: it is known which one is open. */
    private void openSure() throws IOException {
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            Object before = FileKey.of(file);
            out = PrivateFile.append(file);
            key = FileKey.of(file);
            if (key == null || key.equals(before)) {
                return;
            }
            close();
        }
        out = PrivateFile.append(file);
        key = null;
    }

    /** Whether the file of this name is the one that is open; true where nobody can tell. */
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

    /** Whether this file can be renamed and another be put in its place. */
    boolean canRotate() {
        return regular;
    }

    /**
     * Renames the file to its predecessor's name, unless another process has done so; {@link #open}
     * is to be called next.
     *
     * @return false if another process is about to: nothing was done then
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
            // the lock is that of the open file: while it is held nobody else renames that

            if (isCurrent()) {
                PrivateFile.keepAsPredecessor(file);
            }
        } finally {
            close();
        }
        return true;
    }

    /** Held until the file is closed; beyond its end, for where locks keep others from writing. */
    private boolean lock() {
        try {
            return out.getChannel().tryLock(Long.MAX_VALUE - 1, 1, false) != null;
        } catch (OverlappingFileLockException e) {
            // another agent in this JVM
            return false;
        } catch (IOException e) {
            // a file system without locks: a look at the name is all there is
            return true;
        }
    }

    /** Closes the file; nothing if it is closed. */
    void close() {
        try {
            if (out != null) {
                out.close();
            }
        } catch (IOException e) {
            // every write has gone to the system already: there is nothing left to lose
            regular = false;
        }
        out = null;
    }

    /** Whether the last byte is something other than the end of a line. */
    private boolean endsWithin() {
        if (length() == 0) {
            return false;
        }
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(in.length() - 1);
            return in.read() != '\n';
        } catch (IOException e) {
            // write-only: an empty line does less harm than two lines in one
            return true;
        }
    }
}
