package io.github.tlsleak.cli.report.jfr;

import io.github.tlsleak.common.text.PlainText;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A file of the flight recorder, read by the JDK's own parser. Stateless. */
public final class FlightRecording {

    /** What a report cannot know from a recording. */
    public static final String NOTE =
            "a flight recording has the findings of its own time only, no sums of sessions, and not"
                    + " which sessions were over after all";

    private static final byte[] MAGIC = {'F', 'L', 'R', 0};
    private static final int PEEK = 64;
    private static final int MAX_REASON = 300;
    private static final String READER = "io.github.tlsleak.cli.report.jfr.RecordingLines";

    /** The header of a chunk, of which the recorder fills in the size when the chunk is done. */
    private static final int HEADER = 68;

    private FlightRecording() {}

    /** Whether bytes are those that a recording begins with. */
    public static boolean isBegin(byte[] bytes, int length) {
        return length >= MAGIC.length && Arrays.equals(Arrays.copyOf(bytes, MAGIC.length), MAGIC);
    }

    /** Whether a file begins as a recording does. */
    public static boolean is(Path file) throws IOException {
        byte[] begin = new byte[MAGIC.length];
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            in.readFully(begin);
            return isBegin(begin, begin.length);
        } catch (EOFException e) {
            return false;
        }
    }

    /**
     * The events of tlsleak as the lines of a report.
     *
     * @throws IOException with one clear line, without the file's name
     */
    public static InputStream lines(Path file) throws IOException {
        if (!isWhole(file)) {
            throw new IOException(
                    "this recording is cut, or its JVM still writes it or was killed; jcmd PID"
                            + " JFR.dump filename=FILE gives a whole one");
        }
        return new RecordedStream(source(file));
    }

    private static LineSource source(Path file) throws IOException {
        try {
            return Class.forName(READER)
                    .asSubclass(LineSource.class)
                    .getConstructor(Path.class)
                    .newInstance(file);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            throw cause instanceof IOException ? (IOException) cause : damaged(cause);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IOException(
                    "is a flight recording, which needs Java 11 or newer with the module jdk.jfr;"
                            + " this command line runs on Java "
                            + System.getProperty("java.version"),
                    e);
        }
    }

    /** One clear line on what the parser throws, which is of many kinds and quotes the file. */
    static IOException damaged(@Nullable Throwable e) {
        String why = PlainText.printable(PlainText.cut(String.valueOf(e), MAX_REASON));
        return new IOException("this recording is damaged: " + why, e);
    }

    /**
     * A stream as it is, unless it is a recording: the parser needs a file.
     *
     * @throws IOException with one clear line, without the file's name
     */
    public static InputStream refused(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, PEEK);
        buffered.mark(PEEK);
        byte[] begin = new byte[MAGIC.length];
        int length = 0;
        for (int n = 0; n >= 0 && length < begin.length; length += Math.max(0, n)) {
            n = buffered.read(begin, length, begin.length - length);
        }
        buffered.reset();
        if (isBegin(begin, length)) {
            throw new IOException(
                    "a flight recording is read from a plain file only: unpack or save it, then"
                            + " name the file");
        }
        return buffered;
    }

    /** Whether the sizes of the chunks end where the file does: the parser waits for more. */
    private static boolean isWhole(Path file) throws IOException {
        long size = Files.size(file);
        long at = 0;
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            while (at < size) {
                byte[] magic = new byte[MAGIC.length];
                in.readFully(magic);
                in.readInt();
                long chunk = in.readLong();
                if (!isBegin(magic, magic.length) || chunk < HEADER || chunk > size - at) {
                    return false;
                }
                for (long left = chunk - 16; left > 0; ) {
                    long skipped = in.skip(left);
                    if (skipped <= 0) {
                        return false;
                    }
                    left -= skipped;
                }
                at += chunk;
            }
            return size > 0;
        } catch (EOFException e) {
            return false;
        }
    }
}
