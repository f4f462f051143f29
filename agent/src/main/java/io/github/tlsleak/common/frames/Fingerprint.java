package io.github.tlsleak.common.frames;

import java.util.List;

/**
 * Computes the 64 bits that name a site. The same cleaned stack has the same fingerprint in every
 * run, every JVM and every version of this agent. Stateless, thread-safe.
 */
public final class Fingerprint {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final int HEX_DIGITS = 16;

    private Fingerprint() {}

    /** Hashes cleaned frames in their order: FNV-1a over UTF-16, then mixed. */
    public static long of(List<String> frames) {
        long hash = FNV_OFFSET;
        for (String frame : frames) {
            for (int i = 0; i < frame.length(); i++) {
                hash = (hash ^ frame.charAt(i)) * FNV_PRIME;
            }
            // a line feed ends each frame, so that "ab","c" and "a","bc" differ
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

    /** Makes each bit change about half of the others. The upper bits of FNV alone are weak. */
    private static long mix(long hash) {
        long h = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }
}
