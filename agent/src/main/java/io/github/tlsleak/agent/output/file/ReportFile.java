package io.github.tlsleak.agent.output.file;

import io.github.tlsleak.agent.output.PrivateFile;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * A file of JSON lines: appended to, rotated, and still in use after a full disk.
 *
 * <p>Thread-safe: locks itself, and calls the {@link Listener} with that lock held. Nothing is
 * thrown after opening. If writing fails, the lost lines are counted, the failure is reported once,
 * and another try follows every ten seconds.
 */
public final class ReportFile {

    /** The writer of the report. */
    public interface Listener {
        /** Lines to begin each file with, without line feeds. Called while opening, too. */
        List<String> header();

        /** A new file was begun, or lines were lost: the lines of all sites must come again. */
        void restarted();

        /** One line for the log: writing fails, or works again. */
        void problem(String message);
    }

    private static final long FOLLOW_NANOS = 1_000_000_000L;

    private final ReportOutput output;
    private final LineWriter writer;
    private final Listener listener;
    private final LongSupplier nanoTime;
    private final long maxBytes;
    private long rotateAt;
    private long followed;
    private boolean closed;

    ReportFile(ReportOutput output, long maxBytes, Listener listener, LongSupplier nanoTime)
            throws IOException {
        this.output = output;
        this.writer = new LineWriter(output, listener, nanoTime);
        this.listener = listener;
        this.nanoTime = nanoTime;
        this.maxBytes = maxBytes;
        this.rotateAt = maxBytes;
        this.followed = nanoTime.getAsLong();
        writer.open();
    }

    /**
     * Opens a report and writes the header.
     *
     * @param pattern file name, see {@link FilePattern}; relative to the working directory; {@code
     *     -} is standard output
     * @param startMillis when the JVM started, in milliseconds since 1970
     * @param maxBytes size from which on the file is rotated to {@code FILE.1}; at least 1
     * @param mode permission bits of new files
     * @throws IOException with one clear line: which file, why it cannot be opened, what to do
     */
    public static ReportFile open(
            String pattern, long startMillis, long maxBytes, int mode, Listener listener)
            throws IOException {
        if (pattern.equals(ReportStdout.NAME)) {
            return new ReportFile(new ReportStdout(), maxBytes, listener, System::nanoTime);
        }
        String name = FilePattern.expand(pattern, startMillis);
        try {
            Path file = Paths.get(name).toAbsolutePath();
            PrivateFile.makeDirectoryOf(file);
            ReportOutput output = new ReportOutput(file, mode, listener::problem);
            return new ReportFile(output, maxBytes, listener, System::nanoTime);
        } catch (InvalidPathException e) {
            throw new IOException("not a file name: " + e.getReason(), e);
        }
    }

    /** The file written to, absolute; {@code -} for standard output. */
    public Path file() {
        return output.file();
    }

    /** Lines lost since the file was last writable. */
    public synchronized long lost() {
        return writer.lost();
    }

    /**
     * Writes lines that belong together, without line feeds: no rotation comes between them, so a
     * site and its first leak are given in one call.
     */
    public synchronized void write(String... lines) {
        if (closed) {
            return;
        }
        for (String line : lines) {
            writer.write(line);
        }
        if (writer.size() >= rotateAt && !writer.failed() && output.canRotate()) {
            rotate();
        }
    }

    /**
     * Continues in the new file if another process has rotated the file. Must be called before
     * lines are made, because lines refer to sites that only the old file may have. Looks once a
     * second at most, and whenever this process has written much: others may do so, too.
     */
    public synchronized void follow() {
        long now = nanoTime.getAsLong();
        boolean due = now - followed >= FOLLOW_NANOS || writer.measureIsDue();
        if (closed || writer.failed() || !due) {
            return;
        }
        followed = now;
        if (output.isCurrent()) {
            writer.measure();
        } else if (writer.flush()) {
            moveOn();
        }
    }

    /** Writes the buffered lines. After a failure, tries again once ten seconds have passed. */
    public synchronized void flush() {
        if (closed) {
            return;
        }
        if (writer.retryIsDue()) {
            writer.retry();
        } else if (!writer.failed()) {
            writer.flush();
        }
    }

    /** Flushes, with one more try after a failure, and closes. Later lines are dropped. */
    public synchronized void close() {
        if (closed) {
            return;
        }
        if (writer.failed()) {
            writer.retry();
        }
        writer.flush();
        if (writer.lost() > 0) {
            listener.problem("report " + file() + ": " + writer.lost() + " lines lost");
        }
        closed = true;
        output.close();
    }

    private void rotate() {
        if (!writer.flush()) {
            return;
        }
        try {
            if (!output.rotate()) {
                // another process rotates the file now: the next line finds the new file
                followed = nanoTime.getAsLong() - FOLLOW_NANOS;
                return;
            }
        } catch (IOException e) {
            // better a file that is too long than none; the next try comes after maxBytes more
            rotateAt = writer.size() + maxBytes;
            String reason = PrivateFile.reason(e);
            listener.problem("cannot rotate report " + file() + ": " + reason);
            begin();
            return;
        }
        moveOn();
    }

    private void moveOn() {
        rotateAt = maxBytes;
        begin();
    }

    private void begin() {
        if (writer.reopen()) {
            listener.restarted();
        }
    }
}
