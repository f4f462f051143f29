package io.github.tlsleak.data;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/**
 * Writes the report files of a made-up fleet: each JVM a file and its rotated predecessor, in a
 * directory for each node. The same size gives the same bytes. Stateless.
 */
public final class FleetFiles {

    private static final int NODES = 40;
    private static final int BUFFER = 1 << 16;

    private FleetFiles() {}

    /** Writes all files of a fleet, with all processors. */
    public static void write(FleetSize size, Path directory) throws IOException {
        for (int node = 0; node < NODES; node++) {
            Files.createDirectories(directory.resolve("node-" + node));
        }
        IntStream.range(0, size.jvms()).parallel().forEach(jvm -> write(size, jvm, directory));
    }

    private static void write(FleetSize size, int index, Path directory) {
        FleetJvm jvm = new FleetJvm(index, size.linesEach());
        String name = jvm.pod() + ".jsonl";
        Path node = directory.resolve("node-" + index % NODES);
        int first = size.linesEach() / 2;
        try {
            boolean zipped = size.gzip() || index % 2 == 0;
            write(jvm.lines(first), node.resolve(name + (zipped ? ".1.gz" : ".1")));
            write(jvm.lastLines(), node.resolve(name + (size.gzip() ? ".gz" : "")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(List<CharSequence> lines, Path file) throws IOException {
        try (OutputStream plain = Files.newOutputStream(file);
                OutputStream out =
                        file.toString().endsWith(".gz")
                                ? new FastGzip(plain)
                                : new BufferedOutputStream(plain, BUFFER)) {
            for (CharSequence line : lines) {
                out.write(line.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** Compresses as fast as it can. Used by one thread. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(1);
        }
    }
}
