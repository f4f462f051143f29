package io.github.tlsleak.agent.output.log;

import io.github.tlsleak.agent.output.FileMode;
import io.github.tlsleak.agent.output.JsonLine;
import io.github.tlsleak.agent.output.PrivateFile;
import io.github.tlsleak.agent.process.Launch;
import io.github.tlsleak.common.options.Options;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * The agent's log, in text or as JSON: lines such as {@code [tlsleak] WARN leak #1 LOST: ...}.
 * Thread-safe; no method ever throws. Switching and closing never wait for a standard error that
 * nobody reads.
 */
public final class AgentLog {

    private final PrintStream err;

    /** Permission bits of a new file. */
    private final int mode;

    /** Writes messages as JSON; null: they are text. */
    private final @Nullable JsonLog json;

    /** Replaced with the lock held, read without it. */
    private volatile LogOutput output;

    /** Null before the first line, and if slf4j cannot be used. */
    private volatile @Nullable Logger logger;

    /** Guarded by this. */
    private boolean prepared;

    /** Guarded by this. */
    private boolean closed;

    private AgentLog(PrintStream err, int mode, @Nullable JsonLog json) {
        this.err = err;
        this.mode = mode;
        this.json = json;
        this.output = LogOutput.stderr(err);
    }

    /**
     * Opens the log. Cheap: slf4j is loaded for the first line only.
     *
     * @param target {@code stderr} (here the {@link System#err} of this moment), {@code off}, or a
     *     file, which is created with mode 0600; one that is there is kept as FILE.1
     * @param warnings one line is added if the file cannot be written; the log is stderr then
     * @return the log
     */
    public static AgentLog open(String target, List<String> warnings) {
        return open(target, warnings, System.err);
    }

    /**
     * As {@link #open(String, List)}.
     *
     * @param stderr the stream that {@code stderr} stands for
     */
    public static AgentLog open(String target, List<String> warnings, PrintStream stderr) {
        AgentLog log = new AgentLog(stderr, FileMode.PRIVATE, null);
        log.change(target, "logging to stderr", warnings);
        return log;
    }

    /**
     * Opens the log that the options ask for.
     *
     * @param launch has the labels and the standard error of the process
     * @param warnings as with {@link #open(String, List)}
     */
    public static AgentLog open(Options options, Launch launch, List<String> warnings) {
        boolean inJson = options.logFormat.equals("json");
        JsonLog json = inJson ? new JsonLog(launch.labels()) : null;
        AgentLog log = new AgentLog(launch.stderr, options.reportMode, json);
        log.change(options.log, "logging to stderr", warnings);
        return log;
    }

    /**
     * Changes where later lines go. Each line is written once, to the old target or to the new one.
     * The old file is closed. If the target is the file in use, that file begins anew.
     *
     * @param target as with {@link #open}; {@code stderr} is the stream of that time
     * @param warnings one line is added if the file cannot be written, or the log is closed; the
     *     target stays as it was then
     * @return the target before, as it was given
     */
    public synchronized String switchTo(String target, List<String> warnings) {
        String before = output.target();
        if (closed) {
            warnings.add("the log is closed");
        } else {
            change(target, "still logging to " + before, warnings);
        }
        return before;
    }

    /**
     * The target in force.
     *
     * @return {@code stderr}, {@code stdout}, {@code off} or the file's name as it was given
     */
    public String target() {
        return output.target();
    }

    /** Closes the file, if the log is one, for good: later lines are dropped. */
    public synchronized void close() {
        closed = true;
        output.close();
    }

    /**
     * Loads the classes that the first line needs, so that it need not wait some 50 ms for them.
     */
    public synchronized void prepare() {
        if (prepared || output.isOff() || json != null) {
            return;
        }
        prepared = true;
        try {
            logger =
                    LogConfig.logger(
                            new Consumer<String>() {
                                @Override
                                public void accept(String line) {
                                    print(line);
                                }
                            });
        } catch (RuntimeException | LinkageError e) {
            print("[tlsleak] WARN the log is written without slf4j: " + e);
        }
    }

    /** Logs at level INFO. The caller indents further lines of the message. */
    public void info(String message) {
        log(Level.INFO, message);
    }

    /** Logs at level WARN. The caller indents further lines of the message. */
    public void warn(String message) {
        log(Level.WARN, message);
    }

    /** Logs at level ERROR. The caller indents further lines of the message. */
    public void error(String message) {
        log(Level.ERROR, message);
    }

    private void log(Level level, String message) {
        if (output.isOff()) {
            return;
        }
        if (json != null) {
            print(json.message(level.name(), message));
            return;
        }
        prepare();
        Logger to = logger;
        if (to == null) {
            print("[tlsleak] " + level + " " + message);
        } else if (level == Level.INFO) {
            to.info(message);
        } else if (level == Level.WARN) {
            to.warn(message);
        } else {
            to.error(message);
        }
    }

    /**
     * Logs the summary at level INFO.
     *
     * @param text in words
     * @param counts the same as JSON
     */
    public void summary(String text, JsonLine counts) {
        if (json == null) {
            info(text);
        } else {
            line(json.summary(text, counts));
        }
    }

    /** What writes messages as JSON; null if they are text. */
    @Nullable JsonLog json() {
        return json;
    }

    /** Writes a line as it is. */
    void line(String line) {
        print(line);
    }

    /** Lays a line out at level WARN, as the logger does, and prints nothing. */
    void rehearse(String message) {
        if (logger != null) {
            LogConfig.logger(line -> {}).warn(message);
        }
    }

    private void print(String line) {
        LogOutput now = output;
        while (!now.print(line)) {
            LogOutput next = output;
            if (next == now) {
                return;
            }
            // the target was switched after it was read: write to the new one
            now = next;
        }
    }

    /** Opens a new target. If that fails, the warning ends with {@code instead}. */
    private void change(String target, String instead, List<String> warnings) {
        LogOutput before = output;
        List<String> problems = new ArrayList<>();
        try {
            output = LogOutput.of(target, err, mode, problems);
            before.close();
            for (String problem : problems) {
                warn(problem);
            }
        } catch (IOException e) {
            warnings.add("cannot write log " + PrivateFile.reason(e) + "; " + instead);
        }
    }

    private enum Level {
        INFO,
        WARN,
        ERROR
    }
}
