package io.github.tlsleak.agent.instrument.prepared;

import java.util.zip.CRC32;

/**
 * Tells classes apart by all of their bytes: their number, CRC-32 and a sum of 64 bits. Immutable.
 *
 * <p>SHA-256 would take 100 ms at the start of a JVM, because its Java code is interpreted then.
 * The sum need not withstand an attacker: who can change the JDK's classes has no use for this.
 */
public final class ClassSum {

    private static final long FACTOR = 0x9e3779b97f4a7c15L;

    final int length;
    final int crc;
    final long sum;

    ClassSum(int length, int crc, long sum) {
        this.length = length;
        this.crc = crc;
        this.sum = sum;
    }

    /** Sums a class file up. */
    public static ClassSum of(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, bytes.length);
        return new ClassSum(bytes.length, (int) crc.getValue(), sum(bytes));
    }

    /** Each step is a bijection of the sum, so that no single change goes unnoticed. */
    private static long sum(byte[] bytes) {
        long sum = FACTOR ^ bytes.length;
        int whole = bytes.length & ~3;
        int i = 0;
        while (i < whole) {
            int four =
                    bytes[i] & 0xff
                            | (bytes[i + 1] & 0xff) << 8
                            | (bytes[i + 2] & 0xff) << 16
                            | bytes[i + 3] << 24;
            sum = (sum ^ four) * FACTOR;
            sum ^= sum >>> 29;
            i += 4;
        }
        for (; i < bytes.length; i++) {
            sum = (sum ^ bytes[i]) * FACTOR;
        }
        return sum ^ sum >>> 32;
    }

    /** Whether another one is of the same bytes. */
    public boolean isSame(ClassSum other) {
        return length == other.length && crc == other.crc && sum == other.sum;
    }

    /** The CRC-32, as it is written. */
    public int crc() {
        return crc;
    }

    /** The sum of 64 bits, as it is written. */
    public long sum() {
        return sum;
    }
}
