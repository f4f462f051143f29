package io.github.tlsleak.cli.report.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells how much was read of a stream. Used by one thread. */
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

    /** A pipe cannot tell, and a reader of gzip looks for more only if there may be some. */
    @Override
    public int available() {
        return 1;
    }
}
