package io.github.tlsleak.common.frames;

import java.util.ArrayList;
import java.util.List;

/**
 * Computes the 64 bits that name a site. The same calls have the same fingerprint in every run,
 * every JVM and every version of this agent. Stateless, thread-safe.
 */
public final class Fingerprint {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final int HEX_DIGITS = 16;

    /** Stands before the frames of a first use. Part of fingerprints, so it must not change. */
    private static final String FIRST_USE = "(first seen)";

    private Fingerprint() {}

    /**
     * The name of a site: fingerprint 2.
     *
     * @param resource label of the kind of object; empty if it is not known
     * @param path the calls that name the site, see {@link Attribution#path}
     * @param firstUse whether they are those of a first event, not of an allocation
     * @return 16 lower-case hex digits
     */
    public static String ofSite(String resource, List<String> path, boolean firstUse) {
        List<String> all = new ArrayList<>(path.size() + 2);
        all.add(resource);
        if (firstUse) {
            all.add(FIRST_USE);
        }
        all.addAll(path);
        return hex(of(all));
    }

    /**
     * The name that tlsleak 0.1.0 gave to a site: fingerprint 1, of every frame with its line.
     *
     * @param frames cleaned frames, top first
     * @param firstUse whether they are those of a first event, not of an allocation
     * @return 16 lower-case hex digits
     */
    public static String ofStack(List<String> frames, boolean firstUse) {
        List<String> all = new ArrayList<>(frames.size() + 1);
        if (firstUse) {
            all.add(FIRST_USE);
        }
        all.addAll(frames);
        return hex(of(all));
    }

    /** Hashes texts in their order: FNV-1a over UTF-16, then mixed. */
    static long of(List<String> texts) {
        long hash = FNV_OFFSET;
        for (String text : texts) {
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * FNV_PRIME;
            }
            // a line feed ends each text, so that "ab","c" and "a","bc" differ
            hash = (hash ^ '\n') * FNV_PRIME;
        }
        return mix(hash);
    }

    /** 16 lower-case hex digits. */
    static String hex(long fingerprint) {
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
