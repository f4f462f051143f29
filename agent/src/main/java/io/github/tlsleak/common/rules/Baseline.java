package io.github.tlsleak.common.rules;

import io.github.tlsleak.common.frames.Fingerprint;
import io.github.tlsleak.common.text.UserFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The sites that users have accepted. Any other site is new. Immutable, thread-safe. */
public final class Baseline {

    private static final Baseline NONE = new Baseline(null, new long[0]);

    private static final int DIGITS = 16;

    private final @Nullable Path file;

    /** Sorted, each once. */
    private final long[] fingerprints;

    private Baseline(@Nullable Path file, long[] fingerprints) {
        this.file = file;
        this.fingerprints = fingerprints;
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
     * digits. The text behind it is a comment, and so is a line that begins with {@code #}.
     *
     * @param file the file to read
     * @param warnings one line is added if lines in the file are wrong
     * @throws IOException with one clear line: which file, and why it cannot be read
     */
    public static Baseline load(Path file, List<String> warnings) throws IOException {
        try {
            return parse(UserFile.read(file), file, warnings);
        } catch (IOException | SecurityException e) {
            throw new IOException("baseline " + file + ": " + UserFile.reason(e), e);
        }
    }

    private static Baseline parse(String text, Path file, List<String> warnings)
            throws IOException {
        LongStream.Builder found = LongStream.builder();
        int number = 0;
        int wrong = 0;
        int firstWrong = 0;
        BufferedReader reader = new BufferedReader(new StringReader(text));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            String entry = line.trim();
            if (beginsWithFingerprint(entry)) {
                found.add(Long.parseUnsignedLong(entry.substring(0, DIGITS), 16));
            } else if (!entry.isEmpty() && entry.charAt(0) != '#') {
                firstWrong = wrong++ == 0 ? number : firstWrong;
            }
        }
        if (wrong > 0) {
            warnings.add(
                    "baseline "
                            + file
                            + ":"
                            + firstWrong
                            + ": does not begin with a fingerprint of 16 hex digits; "
                            + (wrong == 1 ? "line skipped" : wrong + " such lines skipped"));
        }
        return new Baseline(file, found.build().sorted().distinct().toArray());
    }

    private static boolean beginsWithFingerprint(String entry) {
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
     * @param fingerprint 16 hex digits, as {@link Fingerprint#hex} writes them
     */
    public boolean accepts(String fingerprint) {
        return file != null
                && isFingerprint(fingerprint)
                && Arrays.binarySearch(fingerprints, Long.parseUnsignedLong(fingerprint, 16)) >= 0;
    }

    /** The number of accepted sites. */
    public int size() {
        return fingerprints.length;
    }
}
