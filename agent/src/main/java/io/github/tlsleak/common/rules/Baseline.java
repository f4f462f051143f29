package io.github.tlsleak.common.rules;

import io.github.tlsleak.common.frames.Fingerprint;
import io.github.tlsleak.common.text.UserFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sites that users have accepted. Any other site is new. It may hold names of 0.1.0 as well:
 * fingerprints 1 of stacks. Immutable, thread-safe.
 */
public final class Baseline {

    /** How the first line of a file begins. Files of schema 1 hold names of 0.1.0. */
    public static final String HEADER = "# tlsleak baseline, schema 2";

    private static final Baseline NONE = new Baseline(null, new long[0], false);

    private static final int DIGITS = 16;

    private final @Nullable Path file;

    /** Sorted, each once. */
    private final long[] fingerprints;

    private final boolean old;

    Baseline(@Nullable Path file, long[] fingerprints, boolean old) {
        this.file = file;
        this.fingerprints = fingerprints;
        this.old = old;
    }

    /** No baseline: no site is new, none is accepted. */
    public static Baseline none() {
        return NONE;
    }

    /**
     * Reads a baseline for an agent. Never throws.
     *
     * @param file see {@link #load}
     * @param warnings one line is added if the file cannot be read, or if lines in it are wrong
     * @return {@link #none} if it cannot be read
     */
    public static Baseline read(Path file, List<String> warnings) {
        try {
            return load(file, warnings);
        } catch (IOException | SecurityException e) {
            warnings.add("cannot read " + e.getMessage() + "; no site is marked new");
            return NONE;
        }
    }

    /**
     * Reads a baseline file (UTF-8, 8 MB at most). Each line begins with a fingerprint of 16 hex
     * digits. The text behind it is a comment, and so is a line that begins with {@code #}. It may
     * say in the first lines which schema it is of.
     *
     * @param file the file to read
     * @param warnings one line is added if lines in the file are wrong, or if it names no site
     * @throws IOException with one clear line: which file, why it cannot be read, and what to do
     */
    public static Baseline load(Path file, List<String> warnings) throws IOException {
        try {
            return new BaselineReader(file, UserFile.read(file)).read(warnings);
        } catch (IOException | SecurityException e) {
            throw new IOException("baseline " + file + ": " + UserFile.reason(e), e);
        }
    }

    /** Whether a line begins with 16 hex digits. */
    static boolean beginsWithFingerprint(String entry) {
        if (entry.length() < DIGITS) {
            return false;
        }
        for (int i = 0; i < DIGITS; i++) {
            char c = entry.charAt(i);
            // Character.digit accepts digits of other scripts as well
            if (c > 'f' || Character.digit(c, 16) < 0) {
                return false;
            }
        }
        return entry.length() == DIGITS
                || Character.isWhitespace(entry.charAt(DIGITS))
                || entry.charAt(DIGITS) == '#';
    }

    /** Whether a text is a fingerprint: 16 hex digits. */
    public static boolean isFingerprint(String text) {
        return text.length() == DIGITS && beginsWithFingerprint(text);
    }

    /** The file of the baseline; null if there is no baseline. */
    public @Nullable Path file() {
        return file;
    }

    /** Whether there is a baseline. */
    public boolean isGiven() {
        return file != null;
    }

    /**
     * Whether a site is in the baseline.
     *
     * @param fingerprint 16 hex digits, as {@link Fingerprint} writes them
     */
    public boolean accepts(String fingerprint) {
        return file != null
                && isFingerprint(fingerprint)
                && Arrays.binarySearch(fingerprints, Long.parseUnsignedLong(fingerprint, 16)) >= 0;
    }

    /** Whether a site is in the baseline by one of its names. */
    public boolean acceptsAny(Iterable<String> names) {
        for (String name : names) {
            if (accepts(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it was written by tlsleak 0.1.0, whose names change with each edit. */
    public boolean isOld() {
        return old;
    }

    /** The number of accepted sites. */
    public int size() {
        return fingerprints.length;
    }
}
