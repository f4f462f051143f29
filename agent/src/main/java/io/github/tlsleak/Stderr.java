package io.github.tlsleak;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * The standard error stream of the process itself. A program may replace {@link System#err} at any
 * time, as application servers do. Thread-safe.
 */
public final class Stderr extends PrintStream {

    private static final String[] ENCODINGS = {"stderr.encoding", "sun.stderr.encoding"};

    private final Charset charset;

    private Stderr(Charset charset) {
        super(new FileOutputStream(FileDescriptor.err), true);
        this.charset = charset;
    }

    /**
     * Opens the stream.
     *
     * @return the stream; {@link System#err} if a SecurityManager does not allow that
     */
    public static PrintStream open() {
        try {
            return new Stderr(charset());
        } catch (SecurityException e) {
            return System.err;
        }
    }

    /** Writes text and line end in one piece, so that no line of the program comes between them. */
    @Override
    public void println(String text) {
        byte[] line = (text + System.lineSeparator()).getBytes(charset);
        write(line, 0, line.length);
    }

    /** The charset that {@link System#err} has when the JVM starts. */
    private static Charset charset() {
        for (String key : ENCODINGS) {
            String name = System.getProperty(key);
            try {
                if (name != null) {
                    return Charset.forName(name);
                }
            } catch (IllegalArgumentException e) {
                // this JVM does not know the name: try the next property
                continue;
            }
        }
        return Charset.defaultCharset();
    }
}
