package io.github.tlsleak.report;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file under a {@link ReportFile}: opened, appended to, rotated. Guarded by its owner. */
class ReportOutput {

    private final Path file;
    private FileOutputStream out;
    private boolean regular;

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
        out = PrivateFile.append(file);
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

    /** Renames the file to its predecessor's name; {@link #open} is to be called next. */
    void rotate() throws IOException {
        close();
        PrivateFile.keepAsPredecessor(file);
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
