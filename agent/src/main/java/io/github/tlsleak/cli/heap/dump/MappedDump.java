package io.github.tlsleak.cli.heap.dump;

import io.github.tlsleak.cli.report.read.Progress;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;
import shark.DualSourceProvider;
import shark.RandomAccessSource;
import shark.StreamingSourceProvider;

/**
 * A dump's bytes for shark: once from the beginning to the end, then at any place. Mapped into
 * memory, because an object is read in less time than a system call takes. One thread uses it.
 */
final class MappedDump implements DualSourceProvider, RandomAccessSource, Closeable {

    private static final long PART = 1 << 30;

    private final Path file;
    private final Progress progress;
    private final FileChannel channel;
    private final MappedByteBuffer[] parts;
    private final long size;

    /**
     * @param progress gets the bytes of the readings from the beginning
     * @throws IOException if the file cannot be opened or mapped
     */
    MappedDump(Path file, Progress progress) throws IOException {
        this.file = file;
        this.progress = progress;
        channel = FileChannel.open(file, StandardOpenOption.READ);
        size = channel.size();
        parts = new MappedByteBuffer[(int) ((size + PART - 1) / PART)];
        for (int i = 0; i < parts.length; i++) {
            long from = i * PART;
            parts[i] =
                    channel.map(FileChannel.MapMode.READ_ONLY, from, Math.min(PART, size - from));
        }
    }

    @Override
    public BufferedSource openStreamingSource() {
        return Okio.buffer(Okio.source(new Told(newStream(), progress)));
    }

    /** The bytes from the beginning, with no progress told. */
    StreamingSourceProvider quietly() {
        return () -> Okio.buffer(Okio.source(newStream()));
    }

    private InputStream newStream() {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public RandomAccessSource openRandomAccessSource() {
        return this;
    }

    @Override
    public long read(Buffer sink, long position, long byteCount) {
        if (position >= size) {
            return -1;
        }
        ByteBuffer part = parts[(int) (position / PART)].duplicate();
        part.position((int) (position % PART));
        byte[] bytes = new byte[(int) Math.min(byteCount, part.remaining())];
        part.get(bytes);
        sink.write(bytes);
        return bytes.length;
    }

    long size() {
        return size;
    }

    @Override
    public BufferedSource asStreamingSource() {
        return openStreamingSource();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Tells the progress what was read. One thread uses it. */
    private static final class Told extends FilterInputStream {

        private final Progress progress;

        Told(InputStream in, Progress progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = super.read(bytes, offset, length);
            progress.read(Math.max(n, 0));
            return n;
        }
    }
}
