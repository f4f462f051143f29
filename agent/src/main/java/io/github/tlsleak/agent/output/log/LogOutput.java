package io.github.tlsleak.agent.output.log;

import io.github.tlsleak.agent.output.PrivateFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.jspecify.annotations.Nullable;

/** The target of the log: a file that the agent closes, standard error, or none. Thread-safe. */
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

    /** Drops every line. */
    static LogOutput off() {
        return new LogOutput("off", null, false);
    }

    /** Writes to a stream. The agent never closes this stream. */
    static LogOutput stderr(PrintStream stream) {
        return new LogOutput("stderr", stream, false);
    }

    /**
     * Makes a new, private file in UTF-8. An existing file of that name is kept as FILE.1.
     *
     * @throws IOException with one clear line: which file, and why it cannot be made
     */
    static LogOutput file(String target) throws IOException {
        try {
            Path file = Paths.get(target).toAbsolutePath();
            if (Files.isRegularFile(file) && Files.size(file) > 0) {
                PrivateFile.keepAsPredecessor(file);
            }
            PrintStream stream = new PrintStream(PrivateFile.append(file), true, "UTF-8");
            return new LogOutput(target, stream, true);
        } catch (InvalidPathException | SecurityException e) {
            throw new IOException(target + ": " + e.getMessage(), e);
        }
    }

    /** The target as the user gave it: {@code stderr}, {@code off} or a file's name. */
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

    /** Closes a file. Standard error stays open. */
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
