package io.github.tlsleak;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * The standard error stream of the process itself: a program (application servers do) may put
 * anything in the place of {@link System#err}, before the agent comes or later. Thread-safe.
 */
public final class Stderr extends PrintStream {

    private static final String[] ENCODINGS = {"stderr.encoding", "sun.stderr.encoding"};

    private final Charset charset;

    private Stderr(Charset charset) {
        super(new FileOutputStream(FileDescriptor.err), true);
        this.charset = charset;
    }

    /**
     * Opens it.
     *
     * @return it, or {@link System#err} where a SecurityManager does not let the agent have it
     */
    public static PrintStream open() {
        try {
            return new Stderr(charset());
        } catch (SecurityException e) {
            return System.err;
        }
    }

    /** The text and its end in one piece: a line of the program must not come between them. */
    @Override
    public void println(String text) {
        byte[] line = (text + System.lineSeparator()).getBytes(charset);
        write(line, 0, line.length);
    }

    /** As {@link System#err} has it when the JVM starts. */
    private static Charset charset() {
        for (String key : ENCODINGS) {
            String name = System.getProperty(key);
            try {
                if (name != null) {
                    return Charset.forName(name);
                }
            } catch (IllegalArgumentException e) {
                // a name that this JVM does not know: the next
                continue;
            }
        }
        return Charset.defaultCharset();
    }
}
