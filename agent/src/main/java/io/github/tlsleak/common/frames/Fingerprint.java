package io.github.tlsleak.common.frames;

import java.util.List;

/**
 * The 64 bits that stand for a site: the same for the same cleaned stack in every run, JVM and
 * version of this agent. Stateless, thread-safe.
 */
public final class Fingerprint {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final int HEX_DIGITS = 16;

    private Fingerprint() {}

    /** Hashes cleaned frames, order and all: FNV-1a over UTF-16, then mixed. */
    public static long of(List<String> frames) {
        long hash = FNV_OFFSET;
        for (String frame : frames) {
            for (int i = 0; i < frame.length(); i++) {
                hash = (hash ^ frame.charAt(i)) * FNV_PRIME;
            }
            // no frame holds a line feed: "ab","c" and "a","bc" differ
            hash = (hash ^ '\n') * FNV_PRIME;
        }
        return mix(hash);
    }

    /** 16 lower-case hex digits. */
    public static String hex(long fingerprint) {
        char[] digits = new char[HEX_DIGITS];
        for (int i = 0; i < HEX_DIGITS; i++) {
            int nibble = (int) (fingerprint >>> (60 - 4 * i)) & 0xf;
            digits[i] = Character.forDigit(nibble, 16);
        }
        return new String(digits);
    }

    /** Lets each bit of FNV, which is weak in its upper ones, change about half of the others. */
    private static long mix(long hash) {
        long h = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }
}
