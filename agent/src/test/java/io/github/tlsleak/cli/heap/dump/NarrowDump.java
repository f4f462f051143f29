package io.github.tlsleak.cli.heap.dump;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rewrites a dump as a JVM of 32 bits would have written it: ids of four bytes, half of them so
 * large that they are negative as an int. Used by one thread.
 */
final class NarrowDump {

    private static final int OBJECT = 2;

    /** Sizes by the types of hprof, 4 (boolean) to 11 (long). */
    private static final int[] SIZES = {0, 0, 0, 0, 1, 2, 4, 8, 1, 2, 4, 8};

    private final ByteBuffer in;
    private final Map<Long, Integer> ids = new HashMap<>();

    /** By class: the superclass, and the types of the fields. */
    private final Map<Long, Long> supers = new HashMap<>();

    private final Map<Long, List<Integer>> fields = new HashMap<>();
    private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private DataOutputStream out = new DataOutputStream(bytes);

    private NarrowDump(byte[] wide) {
        in = ByteBuffer.wrap(wide);
    }

    /** Writes the narrow copy of a dump. HotSpot writes classes before their instances. */
    static Path of(Path wide, Path narrow) throws IOException {
        NarrowDump dump = new NarrowDump(Files.readAllBytes(wide));
        return Files.write(narrow, dump.rewritten());
    }

    private byte[] rewritten() throws IOException {
        while (in.get(in.position()) != 0) {
            copy(1);
        }
        copy(1);
        in.getInt();
        out.writeInt(4);
        copy(8);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (in.hasRemaining()) {
            all.write(bytes.toByteArray());
            all.write(record());
        }
        return all.toByteArray();
    }

    /** Head and body of the next record; its length is known when the body is written. */
    private byte[] record() throws IOException {
        int tag = in.get();
        int time = in.getInt();
        int end = in.getInt() + in.position();
        bytes = new ByteArrayOutputStream();
        out = new DataOutputStream(bytes);
        body(tag, end);
        ByteBuffer record = ByteBuffer.allocate(9 + bytes.size());
        record.put((byte) tag).putInt(time).putInt(bytes.size()).put(bytes.toByteArray());
        bytes = new ByteArrayOutputStream();
        out = new DataOutputStream(bytes);
        return record.array();
    }

    private void body(int tag, int end) throws IOException {
        switch (tag) {
            case 0x01 -> pattern("i");
            case 0x02 -> pattern("4i4i");
            case 0x04 -> pattern("iiii44");
            case 0x05 -> {
                pattern("444");
                ids((end - in.position()) / 8);
            }
            case 0x0c, 0x1c -> {
                while (in.position() < end) {
                    part(copyByte());
                }
            }
            default -> {}
        }
        copy(end - in.position());
    }

    private void part(int tag) throws IOException {
        switch (tag) {
            case 0x01 -> pattern("ii");
            case 0x02, 0x03, 0x08 -> pattern("i44");
            case 0x04, 0x06 -> pattern("i4");
            case 0x05, 0x07, 0xff -> pattern("i");
            case 0x20 -> classPart();
            case 0x21 -> instance();
            case 0x22 -> {
                pattern("i4");
                int length = copyInt();
                ids(1 + length);
            }
            case 0x23 -> {
                pattern("i4");
                int length = copyInt();
                copy(length * SIZES[copyByte()]);
            }
            default -> throw new IOException("part " + tag + " at " + in.position());
        }
    }

    private void classPart() throws IOException {
        long type = in.getLong(in.position());
        pattern("i4");
        supers.put(type, in.getLong(in.position()));
        pattern("iiiiii42");
        for (int i = copyShort(); i > 0; i--) {
            pattern("i");
            value(copyByte());
        }
        List<Integer> types = new ArrayList<>();
        for (int i = copyShort(); i > 0; i--) {
            pattern("i");
            types.add(copyByte());
        }
        fields.put(type, types);
    }

    private void instance() throws IOException {
        pattern("i4");
        long type = in.getLong(in.position());
        pattern("i");
        in.getInt();
        DataOutputStream segment = out;
        ByteArrayOutputStream values = new ByteArrayOutputStream();
        out = new DataOutputStream(values);
        for (Long at = type; at != 0; at = supers.get(at)) {
            for (int field : fields.get(at)) {
                value(field);
            }
        }
        out = segment;
        out.writeInt(values.size());
        out.write(values.toByteArray());
    }

    private void value(int type) throws IOException {
        if (type == OBJECT) {
            ids(1);
        } else {
            copy(SIZES[type]);
        }
    }

    /** Copies ids and numbers, each by its letter. */
    private void pattern(String of) throws IOException {
        for (byte letter : of.getBytes(StandardCharsets.US_ASCII)) {
            if (letter == 'i') {
                ids(1);
            } else {
                copy(letter - '0');
            }
        }
    }

    private void ids(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            long wide = in.getLong();
            int next = 0x80000000 - 8 * 20_000 + 8 * ids.size();
            out.writeInt(wide == 0 ? 0 : ids.computeIfAbsent(wide, any -> next));
        }
    }

    private int copyByte() throws IOException {
        int value = in.get() & 0xff;
        out.write(value);
        return value;
    }

    private int copyShort() throws IOException {
        int value = in.getShort() & 0xffff;
        out.writeShort(value);
        return value;
    }

    private int copyInt() throws IOException {
        int value = in.getInt();
        out.writeInt(value);
        return value;
    }

    private void copy(int count) throws IOException {
        byte[] copied = new byte[count];
        in.get(copied);
        out.write(copied);
    }
}
