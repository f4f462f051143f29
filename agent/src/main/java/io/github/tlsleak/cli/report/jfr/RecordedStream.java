package io.github.tlsleak.cli.report.jfr;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The lines of a source as bytes; holds those of one event at a time. Used by one thread. */
final class RecordedStream extends InputStream {

    private final LineSource source;
    private byte[] bytes = {};
    private int next;

    RecordedStream(LineSource source) {
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        if (length == 0 || !fill()) {
            return length == 0 ? 0 : -1;
        }
        int count = Math.min(length, bytes.length - next);
        System.arraycopy(bytes, next, to, offset, count);
        next += count;
        return count;
    }

    private boolean fill() throws IOException {
        if (next < bytes.length) {
            return true;
        }
        StringBuilder text = new StringBuilder();
        for (String line : source.next()) {
            text.append(line).append('\n');
        }
        bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        next = 0;
        return bytes.length > 0;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
