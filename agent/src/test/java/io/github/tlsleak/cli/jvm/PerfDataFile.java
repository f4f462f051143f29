package io.github.tlsleak.cli.jvm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes performance data as a JVM does. */
final class PerfDataFile {

    /** The name of the number, and its value: the bytes of a text. */
    static final String NUMBER = "sun.os.hrt.frequency";

    private static final int HEADER = 20;
    private static final int NAME = 32;

    private PerfDataFile() {}

    /** One number, then these strings. */
    static ByteBuffer of(ByteOrder order, Map<String, String> strings) {
        int size = 32 + HEADER + NAME + 8;
        for (String value : strings.values()) {
            size += HEADER + NAME + value.length() + 1;
        }
        ByteBuffer file = ByteBuffer.allocate(size).putInt(0xcafec0c0);
        file.put((byte) (order == ByteOrder.BIG_ENDIAN ? 0 : 1)).put((byte) 2).order(order);
        file.putInt(24, 32).putInt(28, strings.size() + 1).position(32);
        entry(file, 'J', NUMBER, "12345678");
        strings.forEach((name, value) -> entry(file, 'B', name, value + "\0"));
        return file.rewind();
    }

    /** The value of the number in a file. */
    static String number(ByteOrder order) {
        byte[] bytes = "12345678".getBytes(StandardCharsets.US_ASCII);
        return Long.toString(ByteBuffer.wrap(bytes).order(order).getLong());
    }

    private static void entry(ByteBuffer file, char type, String name, String value) {
        file.putInt(HEADER + NAME + value.length()).putInt(HEADER);
        file.putInt(type == 'B' ? value.length() : 0).putInt(type << 24);
        if (file.order() == ByteOrder.LITTLE_ENDIAN) {
            file.putInt(file.position() - 4, type);
        }
        file.putInt(HEADER + NAME);
        byte[] padded = new byte[NAME];
        byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, padded, 0, bytes.length);
        file.put(padded).put(value.getBytes(StandardCharsets.US_ASCII));
    }
}
