package io.github.tlsleak.agent.instrument.prepared;

import java.util.Arrays;

/**
 * How a class with hooks differs from the class as it was: bytes that are new, and places in the
 * old class whose bytes follow. It holds a few hundred bytes of a class of 30 kB. Immutable.
 *
 * <p>The format, repeated until all is there: how many new bytes, these bytes, how many old bytes,
 * and where they are. Numbers have seven bits a byte, the lowest first, as those of protocol
 * buffers.
 */
public final class CodePatch {

    /** The number of bytes of the class with hooks. */
    final int length;

    private final byte[] data;
    private final int from;
    private final int to;

    /**
     * @param length the number of bytes of the class with hooks
     * @param data has the patch; not copied
     * @param from where the patch begins
     * @param to where it ends
     */
    public CodePatch(int length, byte[] data, int from, int to) {
        this.length = length;
        this.data = data;
        this.from = from;
        this.to = to;
    }

    /**
     * Makes the class with hooks.
     *
     * @param original the bytes that the patch was made for
     * @throws IndexOutOfBoundsException if it was made for others, or is damaged
     */
    public byte[] applyTo(byte[] original) {
        byte[] woven = new byte[length];
        int at = from;
        int done = 0;
        while (at < to) {
            int fresh = PatchNumbers.read(data, at);
            at += PatchNumbers.size(fresh);
            System.arraycopy(data, at, woven, done, fresh);
            at += fresh;
            done += fresh;
            int kept = PatchNumbers.read(data, at);
            at += PatchNumbers.size(kept);
            int place = PatchNumbers.read(data, at);
            at += PatchNumbers.size(place);
            System.arraycopy(original, place, woven, done, kept);
            done += kept;
        }
        if (done != length) {
            throw new IndexOutOfBoundsException(done + " bytes of " + length);
        }
        return woven;
    }

    /** The bytes of the patch. */
    public byte[] bytes() {
        return Arrays.copyOfRange(data, from, to);
    }
}
