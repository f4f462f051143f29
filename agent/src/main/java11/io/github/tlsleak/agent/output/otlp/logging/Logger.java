package io.github.tlsleak.agent.output.otlp.logging;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where OpenTelemetry logs: in the jar it stands for the JDK's logger of the same name, so that the
 * application's logging is neither used nor initialised. Keeps the last warning. Thread-safe.
 */
public final class Logger {

    private static final Logger ONLY = new Logger();

    private static volatile @Nullable String warning;

    private Logger() {}

    /** The one logger. */
    public static Logger getLogger(String name) {
        return ONLY;
    }

    /** The last warning; null if there was none. */
    public static @Nullable String warning() {
        return warning;
    }

    /** Whether a message of this level is kept. */
    public boolean isLoggable(Level level) {
        return level.intValue() >= Level.WARNING.intValue();
    }

    /** The level from which on messages are kept. */
    public Level getLevel() {
        return Level.WARNING;
    }

    public void log(Level level, String message) {
        if (isLoggable(level)) {
            warning = message;
        }
    }

    public void log(Level level, Supplier<String> message) {
        if (isLoggable(level)) {
            warning = message.get();
        }
    }

    public void log(Level level, String message, @Nullable Throwable thrown) {
        log(level, thrown == null ? message : message + ": " + thrown);
    }

    public void log(Level level, String message, @Nullable Object value) {
        log(level, message + ' ' + value);
    }

    public void log(Level level, String message, Object[] values) {
        log(level, message);
    }

    public void severe(String message) {
        log(Level.SEVERE, message);
    }

    public void warning(String message) {
        log(Level.WARNING, message);
    }

    public void info(String message) {}

    public void config(String message) {}

    public void fine(String message) {}

    public void finer(String message) {}

    public void finest(String message) {}
}
