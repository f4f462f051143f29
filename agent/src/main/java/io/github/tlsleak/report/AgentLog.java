package io.github.tlsleak.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import org.slf4j.Logger;

/**
 * The agent's log: lines such as {@code [tlsleak] WARN leak #1 LOST: ...}. Thread-safe; no method
 * ever throws. The first target logged to holds for the life of the agent's class loader.
 */
public final class AgentLog {

    private static final String STDERR = "System.err";

    /** Absolute file name or {@link #STDERR}; null if the log is off. */
    private final String destination;

    private final PrintStream err;

    /** Null before the first line, and where slf4j is of no use. */
    private Logger logger;

    private boolean prepared;

    private AgentLog(String destination, PrintStream err) {
        this.destination = destination;
        this.err = err;
    }

    /**
     * Opens the log. Cheap: slf4j is loaded for the first line only.
     *
     * @param target {@code stderr} (the {@link System#err} of this moment, whatever becomes of it),
     *     {@code off}, or a file, which is created with mode 0600; one that is there is kept as
     *     FILE.1
     * @param warnings one line is added if the file cannot be written; the log is stderr then
     */
    public static AgentLog open(String target, List<String> warnings) {
        if (target.equals("off")) {
            return new AgentLog(null, System.err);
        }
        String destination = target.equals("stderr") ? STDERR : file(target, warnings);
        return new AgentLog(destination, System.err);
    }

    /** Does what the first line would have to wait for, some 50 ms of class loading. */
    public synchronized void prepare() {
        // slf4j would take the stream that the application has put there since
        boolean replaced = STDERR.equals(destination) && System.err != err;
        if (prepared || destination == null || replaced) {
            return;
        }
        prepared = true;
        try {
            logger = LogConfig.logger(destination);
        } catch (IOException | RuntimeException | LinkageError e) {
            err.println("[tlsleak] WARN the log is written to stderr without slf4j: " + e);
        }
    }

    /** Logs at level INFO; further lines of the message are indented by the caller. */
    public void info(String message) {
        log(Level.INFO, message);
    }

    /** Logs at level WARN; further lines of the message are indented by the caller. */
    public void warn(String message) {
        log(Level.WARN, message);
    }

    /** Logs at level ERROR; further lines of the message are indented by the caller. */
    public void error(String message) {
        log(Level.ERROR, message);
    }

    private synchronized void log(Level level, String message) {
        if (destination == null) {
            return;
        }
        prepare();
        if (logger == null) {
            err.println("[tlsleak] " + level + " " + message);
        } else if (level == Level.INFO) {
            logger.info(message);
        } else if (level == Level.WARN) {
            logger.warn(message);
        } else {
            logger.error(message);
        }
    }

    private enum Level {
        INFO,
        WARN,
        ERROR
    }

    /** Makes a new, private file; slf4j then opens it by the name returned. */
    private static String file(String target, List<String> warnings) {
        try {
            Path file = Paths.get(target).toAbsolutePath();
            if (Files.isRegularFile(file) && Files.size(file) > 0) {
                PrivateFile.keepAsPredecessor(file);
            }
            PrivateFile.append(file).close();
            return file.toString();
        } catch (IOException e) {
            warnings.add("cannot write log " + PrivateFile.reason(e) + "; logging to stderr");
        } catch (InvalidPathException | SecurityException e) {
            warnings.add(
                    "cannot write log " + target + ": " + e.getMessage() + "; logging to stderr");
        }
        return STDERR;
    }
}
