package io.github.tlsleak.agent.process;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The most files and sockets that this process may have open, on Linux. Thread-safe. */
public final class OpenFilesLimit {

    /** What stands for a limit that is not known, or where there is none. */
    public static final long UNKNOWN = -1;

    private static final String PROC = "/proc/self/limits";
    private static final String LINE = "Max open files";

    /** The file is much smaller. */
    private static final int MAX_BYTES = 8192;

    private final File file;

    /**
     * @param file has the format of {@code /proc/PID/limits}
     */
    OpenFilesLimit(File file) {
        this.file = file;
    }

    /** That of the process that runs this. */
    public static OpenFilesLimit ofThisProcess() {
        return new OpenFilesLimit(new File(PROC));
    }

    /** The limit in force, which may be changed from outside; {@link #UNKNOWN} where it is not. */
    public long read() {
        if (!file.canRead()) {
            return UNKNOWN;
        }
        byte[] buffer = new byte[MAX_BYTES];
        int length = 0;
        try (InputStream in = new FileInputStream(file)) {
            for (int n = in.read(buffer); n > 0; n = in.read(buffer, length, MAX_BYTES - length)) {
                length += n;
            }
        } catch (IOException | RuntimeException e) {
            return UNKNOWN;
        }
        return limit(new String(buffer, 0, length, StandardCharsets.US_ASCII));
    }

    /** The soft limit is the first number of its line; the hard one follows. */
    private static long limit(String text) {
        int line = text.indexOf(LINE);
        if (line < 0) {
            return UNKNOWN;
        }
        String[] words = text.substring(line + LINE.length()).trim().split("\\s+", 2);
        try {
            return Long.parseLong(words[0]);
        } catch (NumberFormatException e) {
            // unlimited
            return UNKNOWN;
        }
    }
}
