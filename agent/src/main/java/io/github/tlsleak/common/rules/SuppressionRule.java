package io.github.tlsleak.common.rules;

import io.github.tlsleak.common.frames.Owner;
import io.github.tlsleak.common.text.DidYouMean;
import io.github.tlsleak.common.text.Glob;
import io.github.tlsleak.common.text.PlainText;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One line of a suppressions file and how often it was used. Thread-safe. */
final class SuppressionRule {

    private static final int MAX_LENGTH = 1_000;
    private static final int MAX_SHOWN = 40;

    private final String text;
    private final @Nullable String qualifier;
    private final Glob glob;
    private final AtomicLong uses = new AtomicLong();

    private SuppressionRule(String text, @Nullable String qualifier, String pattern) {
        this.text = text;
        this.qualifier = qualifier;
        this.glob = new Glob(isFingerprint(pattern) ? pattern.toLowerCase(Locale.ROOT) : pattern);
    }

    /**
     * Reads a rule, {@code [verdict|owner:]glob}.
     *
     * @param text trimmed, no comment, not empty
     * @throws IllegalArgumentException with the reason for the user, if the text is not a rule
     */
    static SuppressionRule parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("longer than 1000 characters");
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i)) && text.charAt(i) != '\t') {
                throw new IllegalArgumentException("not text");
            }
        }
        int colon = text.indexOf(':');
        // the colon in com.acme.A.b(A.java:42) ends no qualifier
        if (colon < 0 || text.lastIndexOf('(', colon) >= 0) {
            return new SuppressionRule(text, null, text);
        }
        String qualifier = text.substring(0, colon).trim();
        if (!qualifiers().contains(qualifier)) {
            throw new IllegalArgumentException(
                    "no verdict or owner (application, library, jdk) is named '"
                            + PlainText.printable(PlainText.cut(qualifier, MAX_SHOWN))
                            + "'"
                            + DidYouMean.hint(qualifier, qualifiers()));
        }
        String pattern = text.substring(colon + 1).trim();
        if (pattern.isEmpty()) {
            throw new IllegalArgumentException("nothing after the colon");
        }
        return new SuppressionRule(text, qualifier, pattern);
    }

    /** The rule as written. */
    String text() {
        return text;
    }

    boolean matches(String verdict, String owner, List<String> frames, String... fingerprints) {
        if (qualifier != null && !qualifier.equals(verdict) && !qualifier.equals(owner)) {
            return false;
        }
        for (String fingerprint : fingerprints) {
            if (glob.matches(fingerprint)) {
                return true;
            }
        }
        for (String frame : frames) {
            if (glob.matchesFrame(frame)) {
                return true;
            }
        }
        return false;
    }

    void count() {
        uses.incrementAndGet();
    }

    long uses() {
        return uses.get();
    }

    private static List<String> qualifiers() {
        List<String> words = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            words.add(verdict.name());
        }
        for (Owner owner : Owner.values()) {
            words.add(owner.json());
        }
        return words;
    }

    private static boolean isFingerprint(String pattern) {
        boolean hex = pattern.length() == 16;
        for (int i = 0; i < pattern.length() && hex; i++) {
            hex = Character.digit(pattern.charAt(i), 16) >= 0;
        }
        return hex;
    }
}
