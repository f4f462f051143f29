package io.github.tlsleak.agent.output.file;

import io.github.tlsleak.agent.output.PrivateFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;

/**
 * Buffers lines and writes them. Counts lines that were lost, for example on a full disk. Throws
 * nothing after {@link #open}. Guarded by its owner, the {@link ReportFile}.
 */
final class LineWriter {

    private static final int BUFFER_BYTES = 1 << 15;
    private static final long RETRY_NANOS = 10_000_000_000L;

    private final ReportOutput output;
    private final ReportFile.Listener listener;
    private final LongSupplier nanoTime;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    private int bufferedLines;
    private long size;

    /** The size at the last look at the file. */
    private long measured;

    private boolean failed;
    private long failedAt;
    private long lost;

    LineWriter(ReportOutput output, ReportFile.Listener listener, LongSupplier nanoTime) {
        this.output = output;
        this.listener = listener;
        this.nanoTime = nanoTime;
    }

    /**
     * Opens the file and writes the header. A header that cannot be written throws nothing.
     *
     * @return whether the header is in the file
     * @throws IOException if the file cannot be opened
     */
    boolean open() throws IOException {
        output.open();
        measure();
        long lostBefore = lost;
        for (String line : listener.header()) {
            put(line);
        }
        boolean written = flush();
        // a lost header does not count as a lost line: the next try writes it again
        lost = lostBefore;
        return written;
    }

    /** As {@link #open()}, but a failure is reported to the listener. */
    boolean reopen() {
        try {
            return open();
        } catch (IOException e) {
            fail(e);
            return false;
        }
    }

    /** Adds a line, or counts it as lost while nothing can be written. */
    void write(String line) {
        if (failed) {
            lost++;
            return;
        }
        put(line);
        if (buffer.size() >= BUFFER_BYTES) {
            flush();
        }
    }

    /** Writes what is buffered, whole lines; false if that fails. */
    boolean flush() {
        if (buffer.size() == 0) {
            return true;
        }
        byte[] bytes = buffer.toByteArray();
        int count = bufferedLines;
        buffer.reset();
        bufferedLines = 0;
        long before = output.length();
        try {
            output.write(bytes);
            size += bytes.length;
            return true;
        } catch (IOException e) {
            long written = Math.min(Math.max(0, output.length() - before), bytes.length);
            lost += count - newlines(bytes, (int) written);
            fail(e);
            return false;
        }
    }

    boolean failed() {
        return failed;
    }

    /** Whether enough time has passed since the last failure for another try. */
    boolean retryIsDue() {
        return failed && nanoTime.getAsLong() - failedAt >= RETRY_NANOS;
    }

    /** Tries to write again. If that works, reports the number of lost lines and resets it. */
    void retry() {
        if (!reopen()) {
            return;
        }
        failed = false;
        String count = lost == 1 ? "1 line was" : lost + " lines were";
        listener.problem("report " + output.file() + " is written again, " + count + " lost");
        lost = 0;
        listener.restarted();
    }

    /** Others may write the file, too. */
    void measure() {
        size = output.length();
        measured = size;
    }

    /** Whether so much was written since the last look that another is worth its cost. */
    boolean measureIsDue() {
        return size - measured >= BUFFER_BYTES;
    }

    /** Bytes in the file and in the buffer. */
    long size() {
        return size + buffer.size();
    }

    /** Lines lost since the file was last writable. */
    long lost() {
        return lost;
    }

    private void put(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        buffer.write(bytes, 0, bytes.length);
        buffer.write('\n');
        bufferedLines++;
    }

    private void fail(IOException e) {
        failedAt = nanoTime.getAsLong();
        if (!failed) {
            failed = true;
            String named = output.file() + ": ";
            String reason = PrivateFile.reason(e);
            reason = reason.startsWith(named) ? reason.substring(named.length()) : reason;
            listener.problem(
                    "cannot write report "
                            + output.file()
                            + ": "
                            + reason
                            + "; trying again every 10 s");
        }
    }

    private static int newlines(byte[] bytes, int end) {
        int count = 0;
        for (int i = 0; i < end; i++) {
            count += bytes[i] == '\n' ? 1 : 0;
        }
        return count;
    }
}
