package io.github.tlsleak.agent.output.log;

import io.github.tlsleak.agent.output.PrivateFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The target of the log: a file that the agent closes, a stream of the process, or none.
 * Thread-safe.
 */
final class LogOutput {

    private final String target;

    /** Null if the log is off. */
    private final @Nullable PrintStream stream;

    private final boolean ours;

    /** Guarded by this. */
    private boolean closed;

    private LogOutput(String target, @Nullable PrintStream stream, boolean ours) {
        this.target = target;
        this.stream = stream;
        this.ours = ours;
    }

    /**
     * The output that an option asks for.
     *
     * @param target {@code stderr}, {@code stdout}, {@code off} or a file's name
     * @param err what {@code stderr} stands for
     * @param mode permission bits of a new file
     * @param problems gets a line if the file system has no such permissions
     * @throws IOException with one clear line: what cannot be written, and why
     */
    static LogOutput of(String target, PrintStream err, int mode, List<String> problems)
            throws IOException {
        switch (target) {
            case "off":
                return off();
            case "stderr":
                return stderr(err);
            case "stdout":
                return stdout();
            default:
                return file(target, mode, problems::add);
        }
    }

    /** Drops every line. */
    static LogOutput off() {
        return new LogOutput("off", null, false);
    }

    /** Writes to a stream. The agent never closes this stream. */
    static LogOutput stderr(PrintStream stream) {
        return new LogOutput("stderr", stream, false);
    }

    /**
     * Writes to the standard output of the process, because the user asks for it.
     *
     * @throws IOException if a SecurityManager does not allow that
     */
    static LogOutput stdout() throws IOException {
        try {
            return new LogOutput("stdout", LineStream.stdout(), false);
        } catch (SecurityException e) {
            throw new IOException("stdout: " + e.getMessage(), e);
        }
    }

    /**
     * Makes a new file in UTF-8, and its directory. An existing file of that name is kept as
     * FILE.1.
     *
     * @param mode permission bits of the file
     * @param problems gets a line if the file system has no such permissions
     * @throws IOException with one clear line: which file, and why it cannot be made
     */
    static LogOutput file(String target, int mode, Consumer<String> problems) throws IOException {
        try {
            Path file = Paths.get(target).toAbsolutePath();
            PrivateFile.makeDirectoryOf(file);
            if (Files.isRegularFile(file) && Files.size(file) > 0) {
                PrivateFile.keepAsPredecessor(file);
            }
            PrintStream stream = new LineStream(PrivateFile.append(file, mode, problems));
            return new LogOutput(target, stream, true);
        } catch (InvalidPathException | SecurityException e) {
            throw new IOException(target + ": " + e.getMessage(), e);
        }
    }

    /** The target as the user gave it: {@code stderr}, {@code stdout}, {@code off} or a file. */
    String target() {
        return target;
    }

    boolean isOff() {
        return stream == null;
    }

    /** Writes a line with a line end; false if this output is closed and nothing was written. */
    boolean print(String line) {
        if (stream == null) {
            return true;
        }
        if (!ours) {
            // without the lock: if nobody reads standard error, only this thread may hang
            stream.println(line);
            return true;
        }
        synchronized (this) {
            if (!closed) {
                stream.println(line);
            }
            return !closed;
        }
    }

    /** Closes a file. The streams of the process stay open. */
    void close() {
        if (stream == null || !ours) {
            return;
        }
        synchronized (this) {
            closed = true;
            stream.close();
        }
    }
}
