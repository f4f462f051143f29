package io.github.tlsleak.cli.report.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reports to a {@link Progress} how much of a stream was read. Used by one thread. */
final class CountingInputStream extends FilterInputStream {

    private final Progress progress;

    CountingInputStream(InputStream in, Progress progress) {
        super(in);
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        progress.read(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = in.read(bytes, offset, length);
        progress.read(Math.max(0, count));
        return count;
    }

    /**
     * Always 1: a pipe does not know how much it holds, and a reader of gzip looks for a further
     * member only if something may be available.
     */
    @Override
    public int available() {
        return 1;
    }
}
