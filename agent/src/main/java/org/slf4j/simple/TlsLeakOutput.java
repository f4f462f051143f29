package org.slf4j.simple;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Consumer;

/**
 * A simple logger that hands its lines to somebody else. slf4j-simple's own output is one a class
 * loader, chosen once, and a file among them is never closed.
 *
 * <p>Thread-safe if the receiver is; no lock is held while it is called. In this package because
 * {@link SimpleLogger#write} is package-private.
 */
public final class TlsLeakOutput extends SimpleLogger {

    private static final long serialVersionUID = 1L;

    private final transient Consumer<String> lines;

    private TlsLeakOutput(String name, Consumer<String> lines) {
        super(name);
        this.lines = lines;
    }

    /**
     * Makes a logger. The first call reads slf4j-simple's configuration, through the thread's
     * context class loader.
     *
     * @param name the logger's name
     * @param lines receives each message, laid out, without a line end
     * @return the logger
     */
    public static TlsLeakOutput to(String name, Consumer<String> lines) {
        // before the constructor, which takes the level from there
        SimpleLogger.lazyInit();
        return new TlsLeakOutput(name, lines);
    }

    @Override
    void write(StringBuilder line, Throwable thrown) {
        if (thrown != null) {
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            line.append(System.lineSeparator()).append(trace);
        }
        // slf4j-simple could put it there as a date format, which costs 60 ms of locale data
        lines.accept("[tlsleak] " + line);
    }
}
