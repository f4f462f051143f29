package io.github.tlsleak.agent.output.log;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes text and line end in one piece, in UTF-8, so that no line of others comes between them.
 * Thread-safe.
 */
final class LineStream extends PrintStream {

    LineStream(OutputStream out) {
        super(out, true);
    }

    /** The standard output of the process, also if the program has replaced its stream. */
    static LineStream stdout() {
        return new LineStream(new FileOutputStream(FileDescriptor.out));
    }

    @Override
    public void println(String text) {
        byte[] line = (text + System.lineSeparator()).getBytes(StandardCharsets.UTF_8);
        write(line, 0, line.length);
    }
}
