package io.github.tlsleak.cli.report.read;

import io.github.tlsleak.cli.report.jfr.FlightRecording;
import io.github.tlsleak.common.text.NearFile;
import io.github.tlsleak.common.text.PlainText;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One file to read, or the standard input. Immutable. */
final class ReportSource {

    private final @Nullable Path file;
    private final @Nullable InputStream in;
    private final boolean named;

    private ReportSource(@Nullable Path file, @Nullable InputStream in, boolean named) {
        this.file = file;
        this.in = in;
        this.named = named;
    }

    /** A file that the user named. */
    static ReportSource named(Path file) {
        return new ReportSource(file, null, true);
    }

    /** A file that was found in a directory, which may be no report. */
    static ReportSource found(Path file) {
        return new ReportSource(file, null, false);
    }

    /** The standard input, which stays open. */
    static ReportSource stdin(InputStream in) {
        return new ReportSource(null, in, true);
    }

    /** Whether the user named this file. A file that was found in a directory is given up early. */
    boolean isNamed() {
        return named;
    }

    /** Whether it can be read twice. */
    boolean isFile() {
        return file != null && Files.isRegularFile(file);
    }

    /** Whether it is a file of the flight recorder. */
    boolean isRecording() throws IOException {
        return file != null && Files.isRegularFile(file) && FlightRecording.is(file);
    }

    /** The events of a recording, as the lines of a report. */
    InputStream recording() throws IOException {
        return FlightRecording.lines(Objects.requireNonNull(file));
    }

    /** The name for messages and headings. */
    String name() {
        return PlainText.printable(file == null ? "standard input" : file.toString());
    }

    /** The size in bytes, or 0 if the size is not known. */
    long size() {
        try {
            return file != null && Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** Opens the file. Closing the stream does not close the standard input. */
    InputStream open() throws IOException {
        if (file == null) {
            return new NonClosingInputStream(in);
        }
        return Files.newInputStream(file);
    }

    /** Why the file cannot be read, in one line that begins with its name. */
    String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return name() + ": " + (file == null ? "no such file" : NearFile.reason(file));
        }
        if (e instanceof AccessDeniedException) {
            return name() + ": permission denied: a report can be read by the JVM's own user only";
        }
        return name() + ": " + PlainText.printable(String.valueOf(e.getMessage()));
    }

    /** A stream that close() leaves open, because another owns it. Used by one thread. */
    private static final class NonClosingInputStream extends FilterInputStream {

        NonClosingInputStream(@Nullable InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return in.read(bytes, offset, length);
        }

        @Override
        public void close() {
            // the owner closes it
        }
    }
}
