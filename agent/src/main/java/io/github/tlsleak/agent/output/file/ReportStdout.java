package io.github.tlsleak.agent.output.file;

import io.github.tlsleak.agent.output.FileMode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Paths;

/**
 * The standard output of the process as a report, also if the program has replaced the stream of
 * {@link System}. Never rotated, never closed. Guarded by its owner.
 */
final class ReportStdout extends ReportOutput {

    /** The name of the report. */
    static final String NAME = "-";

    private final OutputStream out;
    private long written;

    ReportStdout() {
        this(new FileOutputStream(FileDescriptor.out));
    }

    /**
     * @param out the stream, which is never closed
     */
    ReportStdout(OutputStream out) {
        super(Paths.get(NAME), FileMode.PRIVATE, line -> {});
        this.out = out;
    }

    /** The stream is open as long as the process. */
    @Override
    void open() {}

    @Override
    boolean isCurrent() {
        return true;
    }

    /** Writes each line by itself: lines of the program come between whole lines only. */
    @Override
    void write(byte[] bytes) throws IOException {
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                out.write(bytes, start, i + 1 - start);
                written += i + 1 - start;
                start = i + 1;
            }
        }
    }

    /** Bytes written so far. */
    @Override
    long length() {
        return written;
    }

    @Override
    boolean canRotate() {
        return false;
    }

    /** The stream belongs to the program, too. */
    @Override
    void close() {}
}
