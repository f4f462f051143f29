package io.github.tlsleak.cli.report.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Unpacks a stream if gzip packed it, whatever the name of the file. Stateless. */
final class MaybeGzip {

    private static final int BUFFER = 1 << 16;

    private MaybeGzip() {}

    /** The content of a stream: unpacked if it begins with the bytes of gzip, else unchanged. */
    static InputStream of(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
        buffered.mark(2);
        boolean packed = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return packed ? new GZIPInputStream(buffered, BUFFER) : buffered;
    }
}
