package io.github.tlsleak.agent.output.log;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.simple.SimpleLogger;
import org.slf4j.simple.TlsLeakOutput;

/**
 * Configures slf4j-simple without files of the application. slf4j-simple asks the thread's context
 * class loader for its configuration file. During that call the context class loader is one that
 * answers from memory. The first configuration holds as long as the class loader of slf4j lives.
 */
final class LogConfig extends ClassLoader {

    private static final String FILE = "simplelogger.properties";

    private final byte[] content;

    private LogConfig(byte[] content) {
        super(null);
        this.content = content;
    }

    /**
     * Makes the agent's logger.
     *
     * @param lines receives each formatted message, without a line end
     */
    static Logger logger(Consumer<String> lines) {
        ClassLoader config = new LogConfig(content());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(config);
        try {
            // not LoggerFactory: that would search the application for other providers
            return TlsLeakOutput.to("tlsleak", lines);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        return FILE.equals(name) ? new ByteArrayInputStream(content) : null;
    }

    /** Written by hand: {@code Properties.store} adds a date, and that loads time zones. */
    private static byte[] content() {
        StringBuilder text = new StringBuilder();
        put(text, SimpleLogger.DEFAULT_LOG_LEVEL_KEY, "info");
        put(text, SimpleLogger.SHOW_THREAD_NAME_KEY, "false");
        put(text, SimpleLogger.SHOW_LOG_NAME_KEY, "false");
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** One constant for each key: relocation changes only the first name in a constant. */
    private static void put(StringBuilder text, String key, String value) {
        text.append(key).append('=').append(value).append('\n');
    }
}
