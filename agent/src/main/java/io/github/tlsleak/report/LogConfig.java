package io.github.tlsleak.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.simple.SimpleLogger;
import org.slf4j.simple.TlsLeakOutput;

/**
 * Sets slf4j-simple up without a look at the application: its configuration file is looked up
 * through the thread's context class loader, so for that moment this is one that answers from
 * memory. The first set-up of the layout holds for the life of the class loader that slf4j is in.
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
     * @param lines receives each message, laid out, without a line end
     */
    static Logger logger(Consumer<String> lines) throws IOException {
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
    public InputStream getResourceAsStream(String name) {
        return FILE.equals(name) ? new ByteArrayInputStream(content) : null;
    }

    private static byte[] content() throws IOException {
        Properties properties = new Properties();
        properties.setProperty(SimpleLogger.DEFAULT_LOG_LEVEL_KEY, "info");
        properties.setProperty(SimpleLogger.SHOW_THREAD_NAME_KEY, "false");
        properties.setProperty(SimpleLogger.SHOW_LOG_NAME_KEY, "false");
        // the only thing slf4j-simple can put before the level
        properties.setProperty(SimpleLogger.SHOW_DATE_TIME_KEY, "true");
        properties.setProperty(SimpleLogger.DATE_TIME_FORMAT_KEY, "'[tlsleak]'");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        properties.store(bytes, null);
        return bytes.toByteArray();
    }
}
