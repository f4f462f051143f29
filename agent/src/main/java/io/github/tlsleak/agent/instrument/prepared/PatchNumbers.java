package io.github.tlsleak.agent.instrument.prepared;

import java.io.ByteArrayOutputStream;

/** Numbers from 0 to 2^31 - 1 in one to five bytes: seven bits a byte, lowest first. Stateless. */
public final class PatchNumbers {

    private PatchNumbers() {}

    /**
     * Reads a number.
     *
     * @throws IndexOutOfBoundsException if the array ends within it
     */
    static int read(byte[] data, int from) {
        int value = 0;
        int shift = 0;
        for (int at = from; ; at++) {
            value |= (data[at] & 0x7f) << shift;
            if (data[at] >= 0) {
                return value;
            }
            shift += 7;
        }
    }

    /** How many bytes a number takes. */
    static int size(int value) {
        int size = 1;
        for (int rest = value >>> 7; rest != 0; rest >>>= 7) {
            size++;
        }
        return size;
    }

    /** Writes a number as {@link #read} reads it. */
    public static void write(ByteArrayOutputStream out, int value) {
        int rest = value;
        while (rest >>> 7 != 0) {
            out.write(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }
}
