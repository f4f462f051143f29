package io.github.tlsleak.cli.report.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Reads what gzip packed, whatever its name. Stateless. */
final class MaybeGzip {

    private static final int BUFFER = 1 << 16;

    private MaybeGzip() {}

    /** The content of a stream: unpacked if it begins as gzip does, else as it is. */
    static InputStream of(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
        buffered.mark(2);
        boolean packed = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return packed ? new GZIPInputStream(buffered, BUFFER) : buffered;
    }
}
