package io.github.tlsleak.cli.report.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Unpacks a stream if gzip packed it, whatever the name of the file. Stateless. */
public final class MaybeGzip {

    private static final int BUFFER = 1 << 16;

    private MaybeGzip() {}

    /** The content of a stream: unpacked if it begins with the bytes of gzip, else unchanged. */
    public static InputStream of(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
        buffered.mark(2);
        boolean packed = isPacked(buffered);
        buffered.reset();
        return packed ? new GZIPInputStream(buffered, BUFFER) : buffered;
    }

    /** Whether the next two bytes of a stream, which are read, are those of gzip. */
    public static boolean isPacked(InputStream in) throws IOException {
        return in.read() == 0x1f && in.read() == 0x8b;
    }
}
