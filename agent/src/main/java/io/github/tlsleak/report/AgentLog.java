package io.github.tlsleak.report;

import org.slf4j.Logger;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;

/**
 * The agent's log: lines such as {@code [tlsleak] WARN leak #1 LOST: ...}. Thread-safe; no method
 * ever throws. The first target opened holds for the life of the agent's class loader.
 */
public final class AgentLog {

    private static final String STDERR = "System.err";

    /** Null if the log is off, or if slf4j failed. */
    private final Logger logger;

    /** Used without a logger; null if the log is off. */
    private final PrintStream plain;

    private AgentLog(Logger logger, PrintStream plain) {
        this.logger = logger;
        this.plain = plain;
    }

    /**
     * Opens the log.
     *
     * @param target {@code stderr} (the {@link System#err} of this moment, whatever becomes of it),
     *     {@code off}, or a file, which is created with mode 0600; one that is there is kept as
     *     FILE.1
     * @param warnings one line is added if the file cannot be written; the log is stderr then
     */
    public static AgentLog open(String target, List<String> warnings) {
        if (target.equals("off")) {
            return new AgentLog(null, null);
        }
        PrintStream err = System.err;
        String destination = target.equals("stderr") ? STDERR : file(target, warnings);
        try {
            return new AgentLog(LogConfig.logger(destination), null);
        } catch (IOException | RuntimeException | LinkageError e) {
            warnings.add("the log is written without slf4j: " + e);
            return new AgentLog(null, err);
        }
    }

    /** Logs at level INFO; further lines of the message are indented by the caller. */
    public void info(String message) {
        if (logger != null) {
            logger.info(message);
        } else {
            plain("INFO", message);
        }
    }

    /** Logs at level WARN; further lines of the message are indented by the caller. */
    public void warn(String message) {
        if (logger != null) {
            logger.warn(message);
        } else {
            plain("WARN", message);
        }
    }

    /** Logs at level ERROR; further lines of the message are indented by the caller. */
    public void error(String message) {
        if (logger != null) {
            logger.error(message);
        } else {
            plain("ERROR", message);
        }
    }

    private void plain(String level, String message) {
        if (plain != null) {
            plain.println("[tlsleak] " + level + " " + message);
        }
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
            warnings.add("cannot write log " + target + ": " + e.getMessage());
        }
        return STDERR;
    }
}
