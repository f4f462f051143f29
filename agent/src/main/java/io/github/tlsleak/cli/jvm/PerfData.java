package io.github.tlsleak.cli.jvm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * The strings and numbers in a HotSpot performance data file, {@code hsperfdata_USER/PID}, version
 * 2 of the format. Stateless, thread-safe.
 *
 * <p>The JVM writes to the file while it is read, and any user may put any file there. Entries that
 * are not valid are left out.
 */
final class PerfData {

    private static final int MAGIC = 0xcafec0c0;
    private static final int MAJOR = 2;
    private static final int PROLOGUE = 32;
    private static final int ENTRY_HEADER = 20;
    private static final int MAX_BYTES = 1 << 20;

    private PerfData() {}

    /**
     * Reads a file, at most its first megabyte.
     *
     * @return values by name, such as {@code sun.rt.javaCommand}, numbers in decimal; empty if the
     *     file has no performance data
     */
    static Map<String, String> read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                return Collections.emptyMap();
            }
            byte[] bytes = new byte[(int) Math.min(Files.size(file), MAX_BYTES)];
            int length = 0;
            try (InputStream in = Files.newInputStream(file)) {
                for (int n = 0; n >= 0 && length < bytes.length; length += Math.max(n, 0)) {
                    n = in.read(bytes, length, bytes.length - length);
                }
            }
            return parse(ByteBuffer.wrap(bytes, 0, length));
        } catch (IOException | SecurityException e) {
            return Collections.emptyMap();
        }
    }

    /** Parses the content of a file, as {@link #read} does. */
    static Map<String, String> parse(ByteBuffer data) {
        Map<String, String> values = new HashMap<>();
        try {
            // the magic number is big-endian on every platform
            if (data.limit() < PROLOGUE || data.order(ByteOrder.BIG_ENDIAN).getInt(0) != MAGIC) {
                return values;
            }
            data.order(data.get(4) == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
            if (data.get(5) != MAJOR) {
                return values;
            }
            int entry = data.getInt(24);
            int entries = data.getInt(28);
            for (int i = 0; i < entries; i++) {
                int length = data.getInt(entry);
                if (length < ENTRY_HEADER || entry > data.limit() - length) {
                    break;
                }
                read(data, entry, length, values);
                entry += length;
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            // the file is cut: the entries read so far are valid
            return values;
        }
        return values;
    }

    private static void read(ByteBuffer data, int entry, int length, Map<String, String> values) {
        int name = data.getInt(entry + 4);
        int vector = data.getInt(entry + 8);
        byte type = data.get(entry + 12);
        boolean string = type == 'B' && vector > 0;
        int value = data.getInt(entry + 16);
        boolean inside = name >= ENTRY_HEADER && value > name && value <= length - vector;
        if (string && vector <= length && inside) {
            values.put(
                    text(data, entry + name, entry + value),
                    text(data, entry + value, entry + value + vector));
        }
        boolean number = type == 'J' && vector == 0 && name >= ENTRY_HEADER;
        if (number && value > name && value <= length - Long.BYTES) {
            values.put(
                    text(data, entry + name, entry + value),
                    Long.toString(data.getLong(entry + value)));
        }
    }

    /** The bytes up to the first zero. */
    private static String text(ByteBuffer data, int from, int limit) {
        int end = from;
        while (end < limit && data.get(end) != 0) {
            end++;
        }
        byte[] bytes = new byte[end - from];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = data.get(from + i);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
