package io.github.tlsleak.preparation;

import io.github.tlsleak.agent.instrument.prepared.CodePatch;
import io.github.tlsleak.agent.instrument.prepared.PatchNumbers;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Finds out how a class with hooks differs from the class as it was. Used by one thread. */
final class PatchMaker {

    /** Shorter pieces cost more as places in the old class than as new bytes. */
    private static final int PIECE = 8;

    /** Places that are compared at most; constants repeat themselves. */
    private static final int PLACES = 64;

    private final byte[] original;
    private final byte[] woven;

    /** The last places where eight bytes begin with a hash, linked by {@link #before}. */
    private final Map<Integer, Integer> last = new HashMap<>();

    private final int[] before;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private PatchMaker(byte[] original, byte[] woven) {
        this.original = original;
        this.woven = woven;
        before = new int[original.length];
        for (int i = 0; i + PIECE <= original.length; i++) {
            Integer earlier = last.put(hash(original, i), i);
            before[i] = earlier == null ? -1 : earlier;
        }
    }

    /**
     * Makes a patch.
     *
     * @param original the class as it is
     * @param woven the class with hooks
     * @throws IllegalStateException if the patch does not give that class
     */
    static CodePatch make(byte[] original, byte[] woven) {
        byte[] data = new PatchMaker(original, woven).data();
        CodePatch patch = new CodePatch(woven.length, data, 0, data.length);
        if (!Arrays.equals(patch.applyTo(original), woven)) {
            throw new IllegalStateException("the patch gives another class");
        }
        return patch;
    }

    private byte[] data() {
        int fresh = 0;
        int at = 0;
        while (at < woven.length) {
            int place = longest(at);
            int kept = place < 0 ? 0 : common(place, at);
            if (kept < PIECE) {
                at++;
                continue;
            }
            write(fresh, at, kept, place);
            at += kept;
            fresh = at;
        }
        if (fresh < at) {
            write(fresh, at, 0, 0);
        }
        return out.toByteArray();
    }

    private void write(int fresh, int at, int kept, int place) {
        PatchNumbers.write(out, at - fresh);
        out.write(woven, fresh, at - fresh);
        PatchNumbers.write(out, kept);
        PatchNumbers.write(out, place);
    }

    /** Where the longest piece of the old class begins that the new one has at a place; or -1. */
    private int longest(int at) {
        if (at + PIECE > woven.length) {
            return -1;
        }
        int best = -1;
        int most = 0;
        int place = last.getOrDefault(hash(woven, at), -1);
        for (int i = 0; place >= 0 && i < PLACES; i++) {
            int common = common(place, at);
            if (common > most) {
                most = common;
                best = place;
            }
            place = before[place];
        }
        return best;
    }

    private int common(int place, int at) {
        int most = Math.min(original.length - place, woven.length - at);
        int length = 0;
        while (length < most && original[place + length] == woven[at + length]) {
            length++;
        }
        return length;
    }

    private static int hash(byte[] bytes, int from) {
        int hash = 1;
        for (int i = from; i < from + PIECE; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash;
    }
}
